using System.CommandLine;
using System.Text.Json.Nodes;
using Assay.Cases.Books;
using Assay.Trade.Findings;
using Assay.TradePages;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade suppliers</c>: who supplies a target, by the suppliers' reports and by its own.</summary>
public static class SuppliersCommand
{
    private const string Description = """
        Sets every origin's deliveries of restricted goods to a target side by side, before and after a date, without a model: by the suppliers' reports,
        and by the target's own where it reports.

        Example:  assay trade suppliers --lake DIR --target RU --list chpl --since 202203
                  assay trade suppliers --lake DIR --target Russia --list 8542 --format csv
        """;

    private const string CsvHead =
        "from,sent-before,sent-after,sent-share,sent-periods,received-before,received-after,received-share,received-periods";
    private const int WithoutReceived = 5;
    private static readonly string[] Head = ["from", "sent before", "after", "change", "% of all", "received before", "after", "change"];

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        var top = new Option<int>("--top") { Description = "How many rows.", DefaultValueFactory = _ => 50 };
        var format = ScanOptions.CreateFormat();
        var file = new Option<string?>("--output") { Description = "Write to a file, not to the terminal.", HelpName = "FILE" };
        var command = new Command("suppliers", Description) { top, format, file };
        options.AddSumsTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var asked = AskSuppliers.Run(
                new SuppliersRequest(parsed.GetValue(options.Lake)!, parsed.GetValue(options.Target)!, options.Sums(parsed))
            );
            if (!asked.Succeeded)
                return TradeCommand.Refuse(asked.Error, error);
            return Told(asked.Value, parsed.GetValue(top)).Write(parsed.GetValue(format)!, parsed.GetValue(file), output, error);
        });
        return command;
    }

    private static SumsOutput Told(SuppliersReply reply, int top) =>
        new(
            () => Json(reply, top),
            CsvHead,
            reply.Suppliers.Countries.Take(top).Select(s => Csv(s, reply)),
            output => Table(reply, top, output),
            output => SumsPage.Suppliers(output, reply, top)
        );

    private static string[] Csv(Supplier s, SuppliersReply reply) =>
        [s.Country, .. SideText.Csv(s.Sent, reply.Suppliers.Together.Sent), .. SideText.Csv(s.Received, reply.Suppliers.Together.Received)];

    private static void Table(SuppliersReply reply, int top, TextWriter output)
    {
        var (rows, all) = (reply.Suppliers.Countries.Take(top), reply.Suppliers.Together);
        output.WriteLine(
            $"Deliveries to {CountryLabels.Name(reply.Target)}, list {reply.List}: "
                + SideText.Span(reply.Suppliers.First, reply.Suppliers.Last, reply.Suppliers.Periods)
        );
        var columns = all.Received.Known ? Head.Length : WithoutReceived;
        ScanTable.Write([.. Head.Take(columns)], [.. rows.Append(all).Select(s => Row(s, all)[..columns])], output);
        output.WriteLine(SideText.Foot(reply.Currency, reply.Suppliers.Rates));
        if (reply.Suppliers.Countries.All(s => !s.Received.Known))
            output.WriteLine(
                $"{CountryLabels.Name(reply.Target)} reports no imports of both periods: what it received is unknown, not zero."
            );
        if (
            reply.Suppliers.Countries.Where(s => SideText.InPart(s.Sent, reply.Suppliers.Periods)).Select(s => s.Country).ToList() is
            { Count: > 0 } part
        )
            output.WriteLine($"Over the periods they report, fewer than {reply.Suppliers.Periods}: {string.Join(", ", part)}.");
    }

    private static string[] Row(Supplier s, Supplier all) =>
        [
            s.Country.Length == 0 ? "together" : CountryLabels.Name(s.Country),
            .. SideText.Cells(s.Sent),
            Amounts.Percent(s.Sent.After / all.Sent.After),
            .. SideText.Cells(s.Received),
        ];

    private static JsonObject Json(SuppliersReply reply, int top)
    {
        var all = reply.Suppliers.Together;
        return new JsonObject
        {
            ["target"] = reply.Target,
            ["list"] = reply.List,
            ["currency"] = reply.Currency,
            ["since"] = reply.Suppliers.First,
            ["until"] = reply.Suppliers.Last,
            ["periods"] = reply.Suppliers.Periods,
            ["suppliers"] = new JsonArray([
                .. reply
                    .Suppliers.Countries.Take(top)
                    .Select(s => new JsonObject
                    {
                        ["country"] = s.Country,
                        ["name"] = CountryLabels.Name(s.Country),
                        ["sent"] = SideText.Json(s.Sent, all.Sent),
                        ["received"] = SideText.Json(s.Received, all.Received),
                    }),
            ]),
            ["together"] = new JsonObject
            {
                ["sent"] = SideText.Json(all.Sent, all.Sent),
                ["received"] = SideText.Json(all.Received, all.Received),
            },
        };
    }
}
