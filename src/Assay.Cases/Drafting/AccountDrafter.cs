using Assay.Cases.Accounts;
using Assay.Ground.Outcomes;
using Assay.Reading.Events;
using Assay.Reading.Text;

namespace Assay.Cases.Drafting;

/// <summary>Drafts an account of what the rules read in its sources.</summary>
internal static class AccountDrafter
{
    /// <summary>The account.</summary>
    /// <param name="sources">The sources as read.</param>
    /// <param name="errors">The inputs that were refused.</param>
    /// <param name="options">Meanings, and the date of undated sources.</param>
    /// <param name="meter">Told of each event; null where nobody watches.</param>
    /// <exception cref="OperationCanceledException">The meter said that the work is to stop.</exception>
    public static Account Draft(
        IReadOnlyList<SourceReading> sources,
        IReadOnlyList<Error> errors,
        AuditOptions options,
        DraftMeter? meter = null
    )
    {
        var ids = new DraftIds();
        var (events, index) = EventMerger.Merge(sources, ids, meter);
        var ledger = new LedgerDrafter(sources, ids);
        var drafter = new EventDrafter(sources, ledger);
        var account = new Account
        {
            Meanings = AccountMeanings.Of(options.Tolerances),
            Sources = sources.Select(s => Source(s, options)).ToList(),
            Times = ledger.Times(),
            Events = Counted(events, meter).Select(drafter.Of).ToList(),
            Claims = ClaimDrafter.Of(sources, index, ids).ToList(),
            Counts = sources.SelectMany(s => CountReader.Read(s).Select(c => CountReader.Draft(s, c, ledger, ids))).ToList(),
            Distances = sources.SelectMany(s => DistanceReader.Read(s).Select(d => DistanceReader.Draft(s, d, ledger, ids))).ToList(),
            Routes = sources.SelectMany(s => RouteDrafter.Of(s, ids)).ToList(),
            Statements = ledger.Statements(),
            Figures = ledger.Figures(),
            SameFigures = ledger.SameFigures(),
            SameOrigins = OriginDrafter.Of(sources, ids),
            Questions = ledger.Questions(),
            Forecasts = ledger.Forecasts(),
            Places = ledger.Places(),
            Actors = ledger.Actors(),
            Refused = errors.Select(e => new RefusedEntry(e.Where?.File ?? "", e.ToString())).ToList(),
        };
        return LengthFit.Of(ClockDrafter.Of(account, Counted(events, meter), sources, options.Globals, ids), sources, ids);
    }

    private static IEnumerable<DraftedEvent> Counted(IReadOnlyList<DraftedEvent> events, DraftMeter? meter) =>
        meter is null ? events : meter.Through(events, e => e.Tellings.Count);

    private static SourceItem Source(SourceReading source, AuditOptions options) =>
        new()
        {
            Id = source.Id,
            File = source.Document.File,
            Entry = source.Document.Container?.Entry,
            Title = source.Document.Metadata.Title?.Value,
            Sha256 = source.Document.Sha256,
            SpeaksOfZones = source.SpeaksOfZones,
            Notes = Notes(source, options).ToList(),
        };

    // What was left out so that no text, however odd, takes for ever; then what was looked for and not found.
    private static IEnumerable<string> Notes(SourceReading source, AuditOptions options)
    {
        if (source.Sentences.Any(s => s.IsCut))
            yield return $"A sentence of more than {SentenceSplitter.Longest} characters was cut; what joins its parts was not read.";
        if (source.Events.IsCut)
            yield return string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"Only the first {EventReader.MostParsed:N0} characters of sentences with times were read by their syntax; the rest was read by clauses, less surely."
            );
        if (source.Times.GroupBy(t => source.SentenceAt(t.Span.Start)).Any(g => g.Count() > EventReader.MostTimes))
            yield return $"Of a sentence with more than {EventReader.MostTimes} times only the first {EventReader.MostTimes} were read as times of events.";
        if (source.Sentences.Count == 0)
            yield return "no article text was found; everything on the page reads as furniture.";
        else if (source.Times.Count == 0)
            yield return "no time expression was found, so there is no chronology to test.";
        if (source.Document.Metadata.Published is null && options.Published is null && source.Times.Count > 0)
            yield return "no publication date was found, so relative dates are left open. Give one with --published YYYY-MM-DD.";
    }
}
