using Assay.Cases.Accounts;
using Assay.Cases.Clocks;
using Assay.Cases.Routes;
using Assay.Cases.Wording;
using Assay.Chronology.Model;
using Assay.Ground.Anchors;
using Assay.Reading.Events;
using Assay.Reading.Intake;

namespace Assay.Cases.Report;

/// <summary>Puts an account and what the tests say of it into the shape of the report.</summary>
/// <param name="account">The account.</param>
/// <param name="documents">Its sources as taken in, by id.</param>
/// <param name="clocks">Its clocks.</param>
/// <param name="tested">What the tests say.</param>
/// <param name="routes">What the customs books say of route claims, by id.</param>
/// <param name="memo">What was made before.</param>
internal sealed class ReportBuilder(
    Account account,
    IReadOnlyDictionary<string, SourceDocument> documents,
    ClockBook clocks,
    TestedCase tested,
    IReadOnlyDictionary<string, RouteVerdict> routes,
    ReportMemo memo
)
{
    /// <summary>Builds the report.</summary>
    public AuditReport Build()
    {
        var origins = new OriginCount(account.SameOrigins ?? [], documents.Select(d => (d.Key, NameOf(d.Value))));
        var times = new TimeBuilder(account, clocks, origins, memo);
        var claims = new ClaimBuilder(account, clocks, tested, routes);
        var (events, stated, dates, told) = ((List<EventEntry>)[], (List<ClockEntry>)[], (List<ClockEntry>)[], (List<ClaimEntry>)[]);
        Parallel.Invoke(
            () => told = claims.All(),
            () =>
            {
                events = times.Events();
                stated = times.Clocks();
                dates = times.Dates();
            }
        );
        var of = clocks.Clocks.ToLookup(c => c.Variable, StringComparer.Ordinal);
        return new AuditReport
        {
            Version = typeof(ReportBuilder).Assembly.GetName().Version?.ToString(3) ?? "0",
            Sources = account.Sources.Select(s => Source(s.Id, documents[s.Id])).ToList(),
            Refused = account.Refused,
            TimeExpressions = account.Times,
            Events = events,
            Clocks = stated,
            Dates = dates,
            ZoneVariables = clocks
                .Zones.Select(z => new ZoneVariableEntry(
                    z.Variable.Id,
                    z.Variable.Voice,
                    z.Label,
                    of[z.Variable.Id].Select(c => c.Id).ToList()
                )
                {
                    Evidence = z.Evidence,
                })
                .ToList(),
            Globals = times.Globals(),
            Relations = tested.Claims.Where(c => c.Premise is not null).Select(Relation).ToList(),
            Disagreements = claims.Disagreements(),
            Claims = told,
            Orders = claims.Orders(),
            Joint = tested.Joint is null ? null : claims.Joint(tested.Together, tested.Joint),
            Statements = account.Statements,
            Figures = account.Figures,
            Conflicts = FigureConflicts.Of(account, origins),
            SameOrigins = account.SameOrigins,
            Questions = account.Questions,
            Forecasts = account.Forecasts,
            Places = account.Places,
            Actors = account.Actors,
            Meanings = Meanings(),
            Notes = Notes(),
        };
    }

    private SourceEntry Source(string id, SourceDocument document) =>
        memo.Sources.Find(document) is { } known && known.Id == id ? known : memo.Sources.Keep(document, Entry(id, document));

    private static SourceEntry Entry(string id, SourceDocument document)
    {
        var (page, blocks) = (document.Metadata, document.Layer.Blocks);
        return new SourceEntry(
            id,
            document.File,
            document.Sha256,
            document.Bytes,
            document.Format,
            page.Title?.Value,
            page.Section?.Value,
            PublishedOf(page),
            page.Authors.Select(a => a.Value).ToList(),
            page.Site?.Value,
            page.Bio?.Value,
            page.Disclaimer?.Value,
            page.Captions.Select(c => c.Value).ToList(),
            page.Credits.Select(c => c.Value).ToList(),
            blocks
                .Where(b => b.Kind == BlockKind.Furniture)
                .Select(b => new FurnitureEntry(b.Span.Start, b.Span.End, b.Reason ?? "furniture"))
                .ToList(),
            document.Layer.Text,
            blocks.Select(b => new BlockEntry(b.Kind, b.Span.Start, b.Span.End)).ToList()
        )
        {
            Pages = document.Layer.Pages.Count == 0 ? null : [.. document.Layer.Pages.Select(p => new PageEntry(p.Page, p.Start))],
            Origin = OriginOf(document),
        };
    }

    private static string NameOf(SourceDocument document) => document.Container?.Entry ?? document.File.Split('/', '\\')[^1];

    private static OriginEntry? OriginOf(SourceDocument document)
    {
        var (origin, file) = (document.Origin, document.Container);
        return origin == SourceOrigin.None && file is null
            ? null
            : new OriginEntry
            {
                Url = origin.Url,
                Captured = MomentOf(origin.Captured),
                Made = MomentOf(origin.Made),
                Signature = origin.Signature,
                Entry = file?.Entry,
                FileSha256 = file?.Sha256,
                FileBytes = file?.Bytes,
                FileFormat = file?.Format,
            };
    }

    private static MomentEntry? MomentOf(Stated<NodaTime.OffsetDateTime>? stated) =>
        stated is null ? null : new MomentEntry(stated.Value, stated.Reason);

    // The day, or the month where the page gives no day.
    private static LocalMoment? PublishedOf(SourceMetadata page) =>
        page.Published is { } date ? LocalMoment.Of(date.Value)
        : page.PublishedMonth is { } month ? LocalMoment.Of(month.Value)
        : null;

    private static RelationEntry Relation(CaseClaim claim) =>
        new(claim.Premise!.Id, claim.Earlier.Id, claim.Later.Id, claim.Meaning.Min, claim.Meaning.Max, claim.Item!.Words, claim.Item.Quote);

    // The meanings that this account used, then the tolerances of round lengths.
    private List<MeaningEntry> Meanings()
    {
        var t = account.Meanings;
        var used = account
            .Claims.Where(c => c.Words.Length > 0)
            .Select(c => new MeaningEntry(c.Words, c.Meaning.InWords()))
            .DistinctBy(m => m.Words.ToLowerInvariant())
            .ToList();
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

    private List<string> Notes()
    {
        List<string> notes = [.. account.Notes.Concat(ClockNotes.Of(clocks)).Distinct()];
        var clocked = clocks.Clocks.Select(c => c.Item.Quote.Source).ToHashSet(StringComparer.Ordinal);
        var timed = account.Times.Select(t => t.Source).ToHashSet(StringComparer.Ordinal);
        foreach (var source in account.Sources)
        {
            var name = documents[source.Id].Container is { } file ? $"{source.File} » {file.Entry}" : source.File;
            notes.AddRange(documents[source.Id].Notes.Concat(source.Notes).Select(n => $"{name}: {n}"));
            if (timed.Contains(source.Id) && !clocked.Contains(source.Id))
                notes.Add($"{name}: no clock time was found; only dates are shown.");
        }

        if (tested.Verdicts.Any(v => v?.Verdict == Verdict.Unsettled))
            notes.Add("Some claims were not settled within the budget; that says nothing either way.");
        return notes;
    }
}
