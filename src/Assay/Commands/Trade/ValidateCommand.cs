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
    private const string Begin = "<!-- validate: begin -->";
    private const string End = "<!-- validate: end -->";

    private const string Description = """
        Plants diversions in synthetic worlds and counts what the scan and the rule "doubled and over EUR 0.75m" find of them. Each world is written as
        files of offices (euros beside dollars; unless --plain also headings beside six digits, national ten digits, missing months), imported and scanned.

        Example:  assay trade validate --worlds 5 --write docs/trade-validation.md
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
        var command = new Command("validate", Description) { worlds, first, plain, destinations, products, write };
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
            if (parsed.GetValue(write) is { } wanted && WithoutMarks(wanted) is { } unfit)
                return TradeCommand.Refuse(unfit, error); // before the work, not after it
            var validated = ValidateScan.Run(request, cancellation);
            if (!validated.Succeeded)
                return TradeCommand.Refuse(validated.Error, error);
            var table = Table(request, validated.Value);
            output.Write(table);
            if (parsed.GetValue(write) is not { } path)
                return ExitCodes.Done;
            return Put(table, path) is { } refused ? TradeCommand.Refuse(refused, error) : ExitCodes.Done;
        }
    }

    private static Error? Put(string table, string path)
    {
        if (!File.Exists(path))
            return TradeCommand.Written(path, "--write", file => file.Write($"{Begin}\n{table}{End}\n"));
        if (WithoutMarks(path) is { } unfit)
            return unfit;
        var text = File.ReadAllText(path);
        var (start, end) = Marks(text);
        return TradeCommand.Written(path, "--write", file => file.Write(text[..(start + Begin.Length)] + "\n" + table + text[end..]));
    }

    private static (int Start, int End) Marks(string text) =>
        (text.IndexOf(Begin, StringComparison.Ordinal), text.IndexOf(End, StringComparison.Ordinal));

    private static Error? WithoutMarks(string path) =>
        !File.Exists(path) || Marks(File.ReadAllText(path)) is { Start: >= 0 and var start } marks && marks.End >= start
            ? null
            : new Error(
                ErrorKind.Output,
                $"{path} has no marks to put the table between.",
                $"Name a new file, or one with the lines {Begin} and {End}."
            );

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
