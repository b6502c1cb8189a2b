using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Cases.Drafting;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>A file of another program for a case.</summary>
/// <param name="File">Its name.</param>
/// <param name="Bytes">Its bytes.</param>
/// <param name="Format">One of <see cref="ImportExchange.Formats"/>.</param>
public sealed record ExchangeImport(string File, byte[] Bytes, string Format)
{
    /// <summary>The sidecar beside it, as text; null where there is none.</summary>
    public string? Sidecar { get; init; }

    /// <summary>The order of the parts of its dates.</summary>
    public DateOrder Dates { get; init; }

    /// <summary>Headers of a table by what they hold: date, time, zone, event, source, end, id.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>What came of it.</summary>
/// <param name="Format">The format it was read in.</param>
/// <param name="Drafts">Drafts by kind.</param>
/// <param name="Changes">What changed in the case.</param>
/// <param name="Left">What was not taken, or not whole, with the reason.</param>
public sealed record ImportedExchange(
    string Format,
    IReadOnlyDictionary<string, int> Drafts,
    ReadingChanges Changes,
    IReadOnlyList<LeftOut> Left
);

/// <summary>Takes over what another program has: as drafts, none of them decided. A chronology is its own source; annotations are held
/// against
/// the sources that the case has.</summary>
public static class ImportExchange
{
    /// <summary>Largest file, in bytes.</summary>
    public const int LargestFile = 16 << 20;

    private const string Auto = "auto";

    /// <summary>The formats, <c>auto</c> first.</summary>
    public static IReadOnlyList<string> Formats { get; } = [Auto, "ftm", "timelinejs", "csv", "hypothesis"];

    /// <summary>What a column of a table may hold.</summary>
    public static IEnumerable<string> Roles => CsvChronology.Roles;

    /// <summary>Takes a file over.</summary>
    /// <param name="desk">Who takes it over, into which case.</param>
    /// <param name="import">The file.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Result<ImportedExchange> Run(Desk desk, ExchangeImport import, CancellationToken cancellation)
    {
        if (import.Bytes.Length > LargestFile)
            return Refused(import, $"The file is larger than {LargestFile >> 20} MB.", "Take it over in parts.");
        var limits = IntakeOptions.Default with { MaxBytes = LargestFile };
        var read = SoundSources.Guard<SourceDocument>(import.File, () => SourceIntake.Read(import.Bytes, import.File, limits));
        if (!read.Succeeded)
            return read.Error;
        var text = read.Value.Layer.Text;
        var format = import.Format == Auto ? Recognised(text) : import.Format;
        try
        {
            return format == "hypothesis"
                ? Annotations(desk, import, text, cancellation)
                : Chronology(desk, import, read.Value, format, cancellation);
        }
        catch (NotOfFormatException e)
        {
            return Refused(import, $"The file is no {format} that can be read. {e.Message}", Advice(import));
        }
        catch (JsonException e)
        {
            return Refused(import, $"The file is no {format} that can be read: {WrittenDates.Shown(e.Message)}", Advice(import));
        }
    }

    private static string Advice(ExchangeImport import) =>
        import.Format == Auto ? "Where it is another format, name that with --format." : "";

    private static Error Refused(ExchangeImport import, string message, string advice) =>
        new(ErrorKind.Input, message, advice, new Location(import.File));

    private static string Recognised(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("["))
            return "hypothesis";
        if (!start.StartsWith("{"))
            return "csv";
        var end = start.IndexOf('\n');
        var first = end < 0 ? start : start[..end];
        if (first.Contains("\"schema\"", StringComparison.Ordinal) && first.Contains("\"properties\"", StringComparison.Ordinal))
            return "ftm";
        return text.Contains("\"rows\"", StringComparison.Ordinal) && text.Contains("TextQuoteSelector", StringComparison.Ordinal)
            ? "hypothesis"
            : "timelinejs";
    }

    private static Result<ImportedExchange> Chronology(
        Desk desk,
        ExchangeImport import,
        SourceDocument document,
        string format,
        CancellationToken cancellation
    )
    {
        if (document.Format != "plain text")
            return Refused(
                import,
                $"The file is read as {document.Format}, and a chronology is plain text.",
                "Save it as .csv, .json or .txt."
            );
        var content = desk.Case.Content();
        if (!content.Succeeded)
            return content.Error;
        var known = content
            .Value.Sources.SelectMany(s => new[] { s.Sha256, s.File, Path.GetFileName(s.File) })
            .ToHashSet(StringComparer.Ordinal);
        var own = new OwnExport(import.Sidecar);
        var text = document.Layer.Text;
        var file = format switch
        {
            "ftm" => FollowTheMoneyFile.Read(text, own, known.Contains),
            "timelinejs" => TimelineJsFile.Read(text, own),
            _ => CsvChronology.Read(text, own, import.Dates, import.Columns),
        };
        var id = CaseTexts.IdOf(document.Sha256);
        var account = new ToldAccount(id, document).Of(file);
        if (account.Events.Count + account.Actors.Count + account.Statements.Count == 0)
            return Refused(import, $"Nothing in the file can be taken over.{First(file.Left)}", "Nothing was added to the case.");
        var added = AddSources.Run(desk, new AddRequest([]) { Given = [new GivenSource(import.File, import.Bytes)] }, cancellation);
        return (added.Error ?? added.Value.Stopped) is { } not
            ? not
            : Proposed(desk, import, format, account, file.Left, true, cancellation);
    }

    private static Result<ImportedExchange> Annotations(Desk desk, ExchangeImport import, string text, CancellationToken cancellation)
    {
        var content = desk.Case.Content();
        if (!content.Succeeded)
            return content.Error;
        var documents = desk.Case.Documents(content.Value.Sources, cancellation);
        if (!documents.Succeeded)
            return documents.Error;
        var (account, left) = new HypothesisFile(documents.Value.Documents).Read(text);
        return account.Statements.Count == 0
            ? Refused(import, $"Nothing in the file can be taken over.{First(left)}", "Nothing was added to the case.")
            : Proposed(desk, import, "hypothesis", account, left, false, cancellation);
    }

    private static string First(List<LeftOut> left) => string.Concat(left.Take(5).Select(l => $"\n  {l.Id}: {l.Reason}"));

    private static Result<ImportedExchange> Proposed(
        Desk desk,
        ExchangeImport import,
        string format,
        Account account,
        List<LeftOut> left,
        bool whole,
        CancellationToken cancellation
    )
    {
        var name = Printable.Of(Path.GetFileName(import.File));
        var drafter = $"{format} {(name.Length <= 100 ? name : name[..100])}";
        var reply = ProposeDrafts.Run(desk, new ProposeRequest(drafter, account) { Whole = whole }, cancellation);
        if (!reply.Succeeded)
            return reply.Error;
        left.AddRange(reply.Value.Refused.Select(r => new LeftOut(r.Item, r.Reason)));
        var taken = reply.Value.Taken.ToHashSet(StringComparer.Ordinal);
        var drafts = AccountLists
            .Items(account)
            .Where(i => taken.Contains(i.Id))
            .GroupBy(i => i.Kind)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        return new ImportedExchange(format, drafts, reply.Value.Changes, left);
    }
}
