using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.UseCases;
using Assay.Chronology.Model;
using Assay.Ground.Outcomes;
using Assay.Ground.Anchors;
using Assay.Reading.Events;
using Assay.Reading.Text;

namespace Assay.Cases.Report;

/// <summary>Puts everything an audit found into the shape of the report.</summary>
internal sealed class ReportBuilder(IReadOnlyList<SourceReading> sources, IReadOnlyList<CaseEvent> events,
    IReadOnlyDictionary<(string Source, int Mention), CaseEvent> index, ClockBook clocks, TestedCase tested, AuditOptions options)
{
    /// <summary>Builds the report.</summary>
    /// <param name="errors">The refused inputs.</param>
    public AuditReport Build(IReadOnlyList<Error> errors)
    {
        var ledger = new LedgerBuilder(sources);
        var times = new TimeBuilder(sources, events, index, clocks, ledger);
        var claims = new ClaimBuilder(sources, events, clocks, tested, ledger);
        var eventEntries = times.Events();
        var of = clocks.Clocks.ToLookup(c => c.Variable, StringComparer.Ordinal);
        return new AuditReport
        {
            Version = typeof(ReportBuilder).Assembly.GetName().Version?.ToString(3) ?? "0",
            Sources = sources.Select(Source).ToList(),
            Refused = errors.Select(e => new RefusedEntry(e.Where?.File ?? "", e.ToString())).ToList(),
            TimeExpressions = times.Expressions(),
            Events = eventEntries,
            Clocks = times.Clocks(),
            ZoneVariables = clocks.Zones.Select(z => new ZoneVariableEntry(z.Variable.Id, z.Variable.Voice, z.Label,
                of[z.Variable.Id].Select(c => c.Id).ToList()) { Evidence = z.Evidence.ToString().ToLowerInvariant() }).ToList(),
            Globals = times.Globals(),
            Relations = tested.Claims.Where(c => c.Premise is not null).Select(Relation).ToList(),
            Disagreements = claims.Disagreements(),
            Claims = claims.All(),
            Orders = claims.Orders(),
            Joint = tested.Joint is null ? null : claims.Joint(tested.Together, tested.Joint),
            Statements = ledger.Statements(),
            Figures = ledger.Figures(),
            Conflicts = ledger.Conflicts(),
            Questions = ledger.Questions(),
            Forecasts = ledger.Forecasts(),
            Places = ledger.Places(),
            Actors = ledger.Actors(),
            Meanings = Meanings(),
            Notes = Notes(),
        };
    }

    /// <summary>An anchored quote in the shape of the report.</summary>
    internal static QuoteEntry Quote(SourceReading source, TextSpan span)
    {
        var quote = source.Document.Layer.QuoteOf(span);
        return new QuoteEntry(source.Id, quote.Start, quote.End, quote.Exact, quote.Prefix, quote.Suffix);
    }

    private static SourceEntry Source(SourceReading source)
    {
        var (document, page) = (source.Document, source.Document.Metadata);
        var blocks = document.Layer.Blocks;
        return new SourceEntry(source.Id, document.File, document.Sha256, document.Bytes, document.Format, page.Title?.Value, page.Section?.Value,
            page.Published is { } date ? NodaTime.Text.LocalDatePattern.Iso.Format(date.Value) : null, page.Authors.Select(a => a.Value).ToList(),
            page.Site?.Value, page.Bio?.Value, page.Disclaimer?.Value, page.Captions.Select(c => c.Value).ToList(),
            page.Credits.Select(c => c.Value).ToList(),
            blocks.Where(b => b.Kind == BlockKind.Furniture).Select(b => new FurnitureEntry(b.Span.Start, b.Span.End, b.Reason ?? "furniture")).ToList(),
            document.Layer.Text, blocks.Select(b => new BlockEntry(Camel(b.Kind), b.Span.Start, b.Span.End)).ToList());
    }

    private static RelationEntry Relation(CaseClaim claim) => new(claim.Premise!.Id, claim.Earlier.Id, claim.Later.Id,
        Wording.Lengths.Iso(claim.Meaning.Min), Wording.Lengths.Iso(claim.Meaning.Max), claim.Words ?? "", Quote(claim.Source, claim.Quote));

    private static string Camel(BlockKind kind) => kind == BlockKind.ListItem ? "listItem" : kind.ToString().ToLowerInvariant();

    // The meanings that this account used, then the tolerances of round lengths.
    private List<MeaningEntry> Meanings()
    {
        var t = options.Tolerances;
        var used = tested.Claims.Select(c => new MeaningEntry(c.Words!, c.Meaning.InWords())).DistinctBy(m => m.Words.ToLowerInvariant()).ToList();
        used.AddRange([
            new MeaningEntry("whole hours", $"± {RelationMeaning.Show(t.Hours)}"),
            new MeaningEntry("half an hour", $"± {RelationMeaning.Show(t.HalfHour)}"),
            new MeaningEntry("minutes in fives", $"± {RelationMeaning.Show(t.MinutesInFives)}"),
            new MeaningEntry("other minutes", $"± {RelationMeaning.Show(t.Minutes)}"),
            new MeaningEntry("days", $"± {RelationMeaning.Show(t.Days)}"),
            new MeaningEntry("weeks", $"± {RelationMeaning.Show(t.Weeks)}"),
            new MeaningEntry("months", $"± {RelationMeaning.Show(t.Months)}"),
            new MeaningEntry("about, around a clock time", $"± {RelationMeaning.Show(t.AboutClock)}"),
        ]);
        return used;
    }

    // What was left out so that no text, however odd, takes for ever.
    private static IEnumerable<string> Limits(SourceReading source)
    {
        if (source.Sentences.Any(s => s.IsCut))
            yield return $"A sentence of more than {SentenceSplitter.Longest} characters was cut; what joins its parts was not read.";
        if (source.Times.GroupBy(t => source.SentenceAt(t.Span.Start)).Any(g => g.Count() > EventReader.MostTimes))
            yield return $"Of a sentence with more than {EventReader.MostTimes} times only the first {EventReader.MostTimes} were read as times of events.";
    }

    private List<string> Notes()
    {
        var notes = clocks.Notes.Distinct().ToList();
        var clocked = clocks.Clocks.Select(c => c.Telling.Source.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            notes.AddRange(source.Document.Notes.Select(n => $"{source.Document.File}: {n}"));
            notes.AddRange(Limits(source).Select(n => $"{source.Document.File}: {n}"));
            if (source.Sentences.Count == 0) notes.Add($"{source.Document.File}: no article text was found; everything on the page reads as furniture.");
            else if (source.Times.Count == 0) notes.Add($"{source.Document.File}: no time expression was found, so there is no chronology to test.");
            else if (!clocked.Contains(source.Id)) notes.Add($"{source.Document.File}: no clock time was found; only dates are shown.");
            if (source.Document.Metadata.Published is null && options.Published is null && source.Times.Count > 0)
                notes.Add($"{source.Document.File}: no publication date was found, so relative dates are left open. Give one with --published YYYY-MM-DD.");
        }

        if (tested.Verdicts.Any(v => v?.Verdict == Verdict.Unsettled)) notes.Add("Some claims were not settled within the budget; that says nothing either way.");
        return notes;
    }
}
