using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.TradePages;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade balance</c>: what of a country's imports leaves again.</summary>
public static class BalanceCommand
{
    private const string Description = """
        Sets a country's imports of restricted goods beside its exports of the same goods, as it reports both, before and after a date: what leaves again,
        and how much of that goes to the target. A country that makes the goods itself exports them without having imported any.

        Example:  assay trade balance KG --lake DIR --target RU --list chpl --since 202203
                  assay trade balance Kyrgyzstan --lake DIR --target RU --list 8471 --format json
        """;

    private const string CsvHead =
        "product,imports-before,imports-after,exports-before,exports-after,to-target-before,to-target-after,left-again,leaves-again";

    private static readonly string[] Head =
    [
        "product",
        "imports before",
        "after",
        "exports before",
        "after",
        "to target before",
        "after",
        "left again",
        "leaves again",
    ];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        var country = new Argument<string>("DESTINATION") { Description = "Code or name of the country." };
        var top = new Option<int>("--top") { Description = "How many rows.", DefaultValueFactory = _ => 50 };
        var format = ScanOptions.CreateFormat();
        var file = new Option<string?>("--output") { Description = "Write to a file, not to the terminal.", HelpName = "FILE" };
        var command = new Command("balance", Description) { country, top, format, file };
        options.AddSumsTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var asked = AskBalance.Run(
                new BalanceRequest(
                    parsed.GetValue(options.Lake)!,
                    parsed.GetValue(country)!,
                    parsed.GetValue(options.Target)!,
                    options.Sums(parsed)
                )
            );
            if (!asked.Succeeded)
                return TradeCommand.Refuse(asked.Error, error);
            return Told(asked.Value, parsed.GetValue(top)).Write(parsed.GetValue(format)!, parsed.GetValue(file), output, error);
        });
        return command;
    }

    private static SumsOutput Told(BalanceReply reply, int top) =>
        new(
            () => Json(reply, top),
            CsvHead,
            reply.Balance.Lines.Take(top).Select(Csv),
            output => Table(reply, top, output),
            output => SumsPage.Balance(output, reply, top)
        );

    private static void Table(BalanceReply reply, int top, TextWriter output)
    {
        var (lines, all) = (reply.Balance.Lines.Take(top), reply.Balance.Together);
        output.WriteLine(
            $"{CountryLabels.Name(reply.Country)} by its own reports, list {reply.List}; target {CountryLabels.Name(reply.Target)}: "
                + SideText.Span(reply.Balance.First, reply.Balance.Last, reply.Balance.Periods)
        );
        ScanTable.Write(Head, [.. lines.Append(all).Select(Row)], output);
        output.WriteLine(SideText.Foot(reply.Currency, reply.Balance.Rates));
        if (SideText.InPart(all.Imports, reply.Balance.Periods) || SideText.InPart(all.Exports, reply.Balance.Periods))
            output.WriteLine(
                $"Imports over {all.Imports.Compared} and exports over {all.Exports.Compared} of {reply.Balance.Periods} periods."
            );
        output.WriteLine(
            "Leaves again: exports over imports of the same goods, after; left again: before. Above 1 where the goods are also made there."
        );
    }

    private static string[] Row(BalanceLine line) =>
        [
            line.Product.Length == 0 ? "together" : line.Product,
            .. line.Sums.Select(Amounts.Short),
            Amounts.Against(line.LeftAgain),
            Amounts.Against(line.LeavesAgain),
        ];

    private static string[] Csv(BalanceLine line) =>
        [line.Product, .. line.Sums.Select(Amounts.Digits), Ratio(line.LeftAgain), Ratio(line.LeavesAgain)];

    private static string Ratio(double value) => double.IsFinite(value) ? value.ToString("0.####", CultureInfo.InvariantCulture) : "?";

    private static JsonObject Json(BalanceReply reply, int top)
    {
        var all = reply.Balance.Together;
        return new JsonObject
        {
            ["country"] = reply.Country,
            ["target"] = reply.Target,
            ["list"] = reply.List,
            ["currency"] = reply.Currency,
            ["since"] = reply.Balance.First,
            ["until"] = reply.Balance.Last,
            ["periods"] = reply.Balance.Periods,
            ["products"] = new JsonArray([.. reply.Balance.Lines.Take(top).Select(l => Line(l, all))]),
            ["together"] = Line(all, all),
        };
    }

    private static JsonObject Line(BalanceLine line, BalanceLine all) =>
        new()
        {
            ["product"] = line.Product,
            ["imports"] = SideText.Json(line.Imports, all.Imports),
            ["exports"] = SideText.Json(line.Exports, all.Exports),
            ["toTarget"] = SideText.Json(line.ToTarget, all.ToTarget),
            ["leftAgain"] = SideText.Number(line.LeftAgain),
            ["leavesAgain"] = SideText.Number(line.LeavesAgain),
        };
}
