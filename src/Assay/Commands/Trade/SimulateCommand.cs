using System.CommandLine;
using System.Globalization;
using Assay.Cases.Books;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade simulate</c>: writes a synthetic world in the published formats.</summary>
public static class SimulateCommand
{
    private const string Description = """
        Writes a synthetic world of trade: Comext bulk v2 files, UN Comtrade CSV for what partners report, and the truth beside them.

        Diversions of several sizes and lags are planted, with and without onward reporting, some misdeclared; decoys are own demand, price rises and
        ship registries. Every file name begins with SYNTHETIC, and the import keeps the mark. The same options always give the same files.

        Example:  assay trade simulate --out world --seed 7
                  assay trade simulate --out big --destinations 190 --products 2000 --months 48 --seed 1
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var standard = new WorldRequest("");
        var folder = new Option<string>("--out")
        {
            Description = "Folder to write to.",
            HelpName = "DIR",
            Required = true,
        };
        var seed = new Option<ulong>("--seed") { Description = "Seed (1).", DefaultValueFactory = _ => standard.Seed };
        var destinations = new Option<int>("--destinations")
        {
            Description = "Destinations, the target among them (60).",
            DefaultValueFactory = _ => standard.Destinations,
        };
        var products = new Option<int>("--products") { Description = "HS6 products (400).", DefaultValueFactory = _ => standard.Products };
        var months = new Option<int>("--months") { Description = "Months (36).", DefaultValueFactory = _ => standard.Months };
        var first = new Option<int>("--first") { Description = "First month (202001).", DefaultValueFactory = _ => standard.First };
        var effective = new Option<int>("--effective")
        {
            Description = "Month the restriction begins (202203); 0 for a world without one.",
            DefaultValueFactory = _ => standard.Effective,
        };
        var target = new Option<string>("--target")
        {
            Description = "The target, code or name (RU).",
            DefaultValueFactory = _ => standard.Target,
        };
        var diversions = new Option<int>("--diversions")
        {
            Description = "Diversions to plant (24).",
            DefaultValueFactory = _ => standard.Diversions,
        };
        var mixed = new Option<bool>("--mixed")
        {
            Description = "Partners' files as offices publish: headings beside six digits, national ten digits, missing months.",
        };
        var command = new Command("simulate", Description)
        {
            folder,
            seed,
            destinations,
            products,
            months,
            first,
            effective,
            target,
            diversions,
            mixed,
        };
        command.SetAction(
            (parsed, cancel) =>
            {
                var request = new WorldRequest(parsed.GetValue(folder)!)
                {
                    Seed = parsed.GetValue(seed),
                    Destinations = parsed.GetValue(destinations),
                    Products = parsed.GetValue(products),
                    Months = parsed.GetValue(months),
                    First = parsed.GetValue(first),
                    Effective = parsed.GetValue(effective),
                    Target = parsed.GetValue(target)!,
                    Mixed = parsed.GetValue(mixed),
                    Diversions = parsed.GetValue(diversions),
                };
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var drawn = SimulateWorld.Run(request, cancel);
                return Task.FromResult(
                    drawn.Succeeded ? Print(drawn.Value, request.Folder, output) : TradeCommand.Refuse(drawn.Error, error)
                );
            }
        );
        return command;
    }

    private static int Print(WorldReply world, string folder, TextWriter output)
    {
        output.WriteLine(
            $"SYNTHETIC world of {world.Destinations} destinations, {world.Products} products, {world.Months} months: "
                + $"{world.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows, {world.Diversions} diversions, {world.Decoys} decoys."
        );
        output.WriteLine($"The truth is in {Path.Combine(folder, "SYNTHETIC_truth.json")}.");
        return ExitCodes.Done;
    }
}
