using System.CommandLine;
using System.Globalization;
using System.Text;
using Assay.Cases.Books;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade validate</c>: recall, precision and placebo flags on synthetic worlds, beside the naive rule.</summary>
public static class ValidateCommand
{
    private const int MostWorlds = 1000;

    private const string Description = """
        Plants diversions in synthetic worlds and counts what the scan and the rule "doubled and over EUR 0.75m" find of them. Each world is written as
        files of offices (euros beside dollars; unless --plain also headings beside six digits, national ten digits, missing months), imported and scanned.

        Example:  assay trade validate --worlds 5 --write docs/trade-validation.md
                  assay trade validate --poor --worlds 5 --destinations 40 --products 160
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var worlds = new Option<int>("--worlds") { Description = "How many worlds.", DefaultValueFactory = _ => 5 };
        var write = new Option<string?>("--write") { Description = "Put the table between the marks of this file.", HelpName = "FILE" };
        var first = new Option<int>("--first-seed") { Description = "Seed of the first world.", DefaultValueFactory = _ => 1 };
        var plain = new Option<bool>("--plain") { Description = "Partners' files at six digits alone, with no month missing." };
        var destinations = new Option<int>("--destinations") { Description = "Destinations of a world.", DefaultValueFactory = _ => 60 };
        var products = new Option<int>("--products") { Description = "HS6 products of a world.", DefaultValueFactory = _ => 400 };
        var poor = new Option<bool>("--poor")
        {
            Description = "The same worlds in files that lack something: months, reporters, unrestricted goods.",
        };
        var command = new Command("validate", Description) { worlds, first, plain, destinations, products, poor, write };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        return command;

        int Run(ParseResult parsed, CancellationToken cancellation)
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var request = new ValidationRequest(Math.Clamp(parsed.GetValue(worlds), 1, MostWorlds), Math.Max(1, parsed.GetValue(first)))
            {
                Mixed = !parsed.GetValue(plain),
                Destinations = parsed.GetValue(destinations),
                Products = parsed.GetValue(products),
            };
            var marks = new TableMarks(parsed.GetValue(poor) ? "validate-poor" : "validate");
            if (parsed.GetValue(write) is { } wanted && marks.Lacking(wanted) is { } unfit)
                return TradeCommand.Refuse(unfit, error); // before the work, not after it
            var table = parsed.GetValue(poor) ? Poor(request, cancellation) : Rich(request, cancellation);
            if (!table.Succeeded)
                return TradeCommand.Refuse(table.Error, error);
            output.Write(table.Value);
            if (parsed.GetValue(write) is not { } path)
                return ExitCodes.Done;
            return marks.Put(table.Value, path) is { } refused ? TradeCommand.Refuse(refused, error) : ExitCodes.Done;
        }
    }

    private static Result<string> Rich(ValidationRequest request, CancellationToken cancellation)
    {
        var validated = ValidateScan.Run(request, cancellation);
        return validated.Succeeded ? Table(request, validated.Value) : validated.Error;
    }

    private static Result<string> Poor(ValidationRequest request, CancellationToken cancellation)
    {
        var validated = ValidatePoorFiles.Run(request, cancellation);
        return validated.Succeeded ? PoorFilesTable.Of(request, validated.Value) : validated.Error;
    }

    private static string Table(ValidationRequest request, ValidationReply reply)
    {
        var (ours, naive, last) = (reply.Ours, reply.Naive, request.FirstSeed + request.Worlds - 1);
        var text = new StringBuilder("| diversion, share of base | planted | found | found by the naive rule |\n|---|---|---|---|\n");
        foreach (var size in reply.Sizes)
            text.Append(CultureInfo.InvariantCulture, $"| {size.Size:0.##} | {size.Planted} | {size.Found} | {size.Naive} |\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"\n{request.Worlds} worlds (seeds {request.FirstSeed} to {last}), {reply.Cells} cells. "
        );
        text.Append(CultureInfo.InvariantCulture, $"Mean recall from 0.5 of base: {ours.Recall:0.00} (naive {naive.Recall:0.00}); ");
        text.Append("precision among the first k, k planted from 0.5 of base: ");
        text.Append(CultureInfo.InvariantCulture, $"{ours.Precision:0.00} (naive {naive.Precision:0.00}); ");
        text.Append(CultureInfo.InvariantCulture, $"flagged {ours.Flagged}, of them planted {ours.Planted} ");
        text.Append(CultureInfo.InvariantCulture, $"(naive {naive.Flagged}, planted {naive.Planted}).\n");
        text.Append("Of those of half of base or more to destinations that report what they send on, ");
        text.Append(CultureInfo.InvariantCulture, $"{reply.OnwardReported.Found} of {reply.OnwardReported.Planted} were found.\n");
        text.Append(CultureInfo.InvariantCulture, $"At the naive rule's recall ({naive.Planted} planted): {reply.AtNaiveRecall} cells ");
        text.Append(CultureInfo.InvariantCulture, $"of the scan's ranking, {naive.Flagged} cells of the naive rule.\n");
        text.Append(
            CultureInfo.InvariantCulture,
            $"Worlds in which nothing happens: flagged {ours.QuietFlagged} of {reply.QuietCells} cells "
        );
        text.Append(
            CultureInfo.InvariantCulture,
            $"(naive {naive.QuietFlagged}); p at most 0.05 in {100.0 * reply.QuietLow / reply.QuietCells:0.0} %"
        );
        if (reply.QuietShares.Count > 1)
            text.Append(
                CultureInfo.InvariantCulture,
                $" ({100 * reply.QuietShares[0]:0.0} to {100 * reply.QuietShares[^1]:0.0} % by world)"
            );
        text.Append(".\n");
        return text.ToString();
    }
}
