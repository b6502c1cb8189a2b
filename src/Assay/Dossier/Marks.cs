using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>A quote to highlight in a source.</summary>
/// <param name="Start">First UTF-16 code unit.</param>
/// <param name="End">One past the last.</param>
/// <param name="Item">Id of the item that quotes it.</param>
/// <param name="Kind">Kind of the item, as its style is named.</param>
/// <param name="Anchor">True where the item's link leads here; false for a further mention.</param>
internal sealed record Mark(int Start, int End, string Item, string Kind, bool Anchor);

/// <summary>Collects every quote of a report that stands where it says it stands.</summary>
internal static class Marks
{
    /// <summary>The marks of one source, by start, the longer first.</summary>
    public static IReadOnlyList<Mark> Of(ReportIndex index, string source)
    {
        var r = index.Report;
        var first = r
            .Claims.Select(c => (c.Quote, c.Id, "claim"))
            .Concat(r.Clocks.Concat(r.Dates).Select(c => (c.Quote, c.Id, "clock")))
            .Concat(r.Events.Select(e => (e.Quote, e.Id, "event")))
            .Concat(r.Relations.Select(x => (x.Quote, x.Id, "event")))
            .Concat(r.Statements.Select(s => (s.Quote, s.Id, "statement")))
            .Concat(r.Figures.Select(f => (f.Quote, f.Id, "figure")))
            .Concat(r.Questions.Select(q => (q.Quote, q.Id, "question")))
            .Concat(r.Forecasts.Select(f => (f.Quote, f.Id, "forecast")))
            .Concat(r.Places.Where(p => p.Mentions.Count > 0).Select(p => (p.Mentions[0], p.Id, "name")))
            .Concat(r.Actors.Where(a => a.Mentions.Count > 0).Select(a => (a.Mentions[0], a.Id, "name")));
        var further = r
            .Events.SelectMany(e => e.Mentions.Select(m => (m, e.Id, "event")))
            .Concat(r.Places.SelectMany(p => p.Mentions.Skip(1).Select(m => (m, p.Id, "name"))))
            .Concat(r.Actors.SelectMany(a => a.Mentions.Skip(1).Select(m => (m, a.Id, "name"))));
        return
        [
            .. first
                .Where(x => x.Item1.Source == source)
                .Select(x => To(x, true))
                .Concat(further.Where(x => x.Item1.Source == source).Select(x => To(x, false)))
                .Where(x => x.Mark.End > x.Mark.Start && index.Holds(x.Quote))
                .Select(x => x.Mark)
                .Concat(Times(index, source))
                .OrderBy(m => m.Start)
                .ThenByDescending(m => m.End),
        ];
    }

    private static (Anchor Quote, Mark Mark) To((Anchor Quote, string Id, string Kind) item, bool anchor) =>
        (item.Quote, new Mark(item.Quote.Start, item.Quote.End, item.Id, item.Kind, anchor));

    private static IEnumerable<Mark> Times(ReportIndex index, string source) =>
        index
            .Report.TimeExpressions.Where(t =>
                t.Source == source && t.End > t.Start && index.Source(source) is { } s && t.Start >= 0 && t.End <= s.Text.Length
            )
            .Select(t => new Mark(t.Start, t.End, t.Id, "time", true));
}
