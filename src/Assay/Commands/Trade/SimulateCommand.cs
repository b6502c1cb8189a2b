using System.CommandLine;
using System.Globalization;
using Assay.Ground.Outcomes;
using Assay.Trade.Codes;
using Assay.Trade.Simulation;

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
        var standard = new SyntheticOptions();
        var folder = new Option<string>("--out") { Description = "Folder to write to.", HelpName = "DIR", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "Seed (1).", DefaultValueFactory = _ => standard.Seed };
        var destinations = new Option<int>("--destinations") { Description = "Destinations, the target among them (60).", DefaultValueFactory = _ => standard.Destinations };
        var products = new Option<int>("--products") { Description = "HS6 products (400).", DefaultValueFactory = _ => standard.Products };
        var months = new Option<int>("--months") { Description = "Months (36).", DefaultValueFactory = _ => standard.Months };
        var first = new Option<int>("--first") { Description = "First month (202001).", DefaultValueFactory = _ => standard.FirstMonth };
        var effective = new Option<int>("--effective") { Description = "Month the restriction begins (202203); 0 for a world without one.", DefaultValueFactory = _ => standard.Effective };
        var target = new Option<string>("--target") { Description = "The target (RU).", DefaultValueFactory = _ => standard.Target };
        var diversions = new Option<int>("--diversions") { Description = "Diversions to plant (24).", DefaultValueFactory = _ => standard.Diversions };
        var command = new Command("simulate", Description) { folder, seed, destinations, products, months, first, effective, target, diversions };
        command.SetAction((parsed, cancel) =>
        {
            var options = standard with
            {
                Seed = parsed.GetValue(seed), Destinations = parsed.GetValue(destinations), Products = parsed.GetValue(products), Months = parsed.GetValue(months),
                FirstMonth = parsed.GetValue(first), Effective = parsed.GetValue(effective), Target = parsed.GetValue(target)!.ToUpperInvariant(), Diversions = parsed.GetValue(diversions),
                Restricted = Math.Min(standard.Restricted, Math.Max(1, parsed.GetValue(products) / 4)),
            };
            return Task.FromResult(Run(options, parsed.GetValue(folder)!, parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        });
        return command;
    }

    private static int Run(SyntheticOptions options, string folder, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        try
        {
            var world = new SyntheticWorld(options);
            var rows = new SyntheticFiles(world).Write(folder, null, cancel);
            output.WriteLine($"SYNTHETIC world of {world.Destinations.Count} destinations, {world.Products.Count} products, {world.MonthList.Count} months: "
                + $"{rows.ToString("N0", CultureInfo.InvariantCulture)} rows, {world.Planted.Count(d => d.IsDiversion)} diversions, {world.Planted.Count(d => !d.IsDiversion)} decoys.");
            output.WriteLine($"The truth is in {Path.Combine(folder, "SYNTHETIC_truth.json")}.");
            return ExitCodes.Done;
        }
        catch (ArgumentOutOfRangeException e)
        {
            return TradeCommand.Refuse(new Error(ErrorKind.Usage, $"Such a world cannot be drawn: {e.Message.Split('\n')[0]}", "Ask for at least 3 destinations and 4 products."), error);
        }
        catch (OperationCanceledException)
        {
            return TradeCommand.Refuse(new Error(ErrorKind.Cancelled, "The simulation was stopped.", "Files written so far are incomplete."), error);
        }
        catch (IOException e)
        {
            return TradeCommand.Refuse(new Error(ErrorKind.Output, $"The files could not be written: {e.Message}", "Choose another folder with --out."), error);
        }
    }
}
