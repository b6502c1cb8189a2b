using System.Globalization;
using Assay.Cases.Casework;
using Assay.Cases.Journal;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>The journal, the last entries first, and its check.</summary>
internal static class JournalPage
{
    /// <summary>How many entries a page shows.</summary>
    public const int Most = 100;

    /// <summary>Writes what is inside <c>main</c>.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="seat">The case.</param>
    /// <param name="head">Number of the last entry.</param>
    /// <param name="entries">The entries, oldest first.</param>
    /// <param name="verified">What the check found, where it was just run.</param>
    public static void Write(HtmlWriter html, Seat seat, long head, IReadOnlyList<JournalEntry> entries, VerifyReply? verified)
    {
        html.Write(
            "<h1>Journal</h1>\n<p class=\"lead\">Each change is an entry that holds the hash of the one before, so that a changed past is seen. Undo is an entry of its own.</p>\n"
        );
        html.Write($"<form method=\"post\" action=\"{seat.Root}/verify\">");
        Frame.Key(html, seat.All);
        html.Write("<button class=\"main\" id=\"verify\">Verify all of it</button></form>\n");
        if (verified is not null)
            Verified(html, verified);
        Pace(html, entries);
        html.Write(
            "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Entries\"><table class=\"journal\"><thead><tr><th scope=\"col\">Entry</th><th scope=\"col\">When</th><th scope=\"col\">Who</th><th scope=\"col\">What</th><th scope=\"col\">Why</th></tr></thead><tbody>\n"
        );
        foreach (var entry in entries.Reverse())
        {
            var at = EntryWords.At(entry);
            html.Write(
                $"<tr><th scope=\"row\" class=\"num\">{Number(entry.Sequence)}</th><td class=\"num\">{at[..10]} {at[11..19]} UTC</td><td><bdi>{entry.Note.Who}</bdi></td><td><bdi>{EntryWords.Did(entry)}</bdi></td><td><bdi>{entry.Note.Why}</bdi></td></tr>\n"
            );
        }

        html.Write("</tbody></table></div>\n<p>");
        if (entries.Count > 0 && entries[0].Sequence > 1)
            html.Write($"<a href=\"{seat.Root}/journal?before={Number(entries[0].Sequence)}\">Earlier entries</a> ");
        if (entries.Count > 0 && entries[^1].Sequence < head)
            html.Write($"<a href=\"{seat.Root}/journal\">The last entries</a>");
        html.Write("</p>\n");
    }

    private static void Verified(HtmlWriter html, VerifyReply found)
    {
        var counts =
            $"{Number(found.Entries)} entries, {Verdicts.Count(found.Sources, "source")}, {Verdicts.Count(found.Drafts, "draft")} and {Verdicts.Count(found.Decisions, "decision")} were checked.";
        if (found.Faults.Count == 0)
            html.Write(
                $"<div class=\"did\" role=\"status\" id=\"verified\"><p><span class=\"sym v-holds\" aria-hidden=\"true\">✓</span> Everything holds: {counts}</p><p class=\"faint\">Head of the journal, to be noted down elsewhere: <code>{found.Head.Hash}</code></p></div>\n"
            );
        else
            html.Write(
                $"<div class=\"refused\" role=\"alert\" id=\"verified\"><p>{Verdicts.Count(found.Faults.Count, "place does", "places do")} not hold. {counts} The case was changed by something else than Assay; take the last good copy or export.</p></div>\n"
            );
        foreach (var fault in found.Faults.Take(50))
            html.Write($"<p class=\"refused\"><strong>{fault.Where}</strong> {fault.What}</p>\n");
    }

    // How fast decisions were made: the median, and how many hardly can have been read.
    private static void Pace(HtmlWriter html, IReadOnlyList<JournalEntry> entries)
    {
        var times = entries.Select(e => e.Note.Milliseconds).OfType<long>().Order().ToList();
        if (times.Count == 0)
            return;
        var fast = times.Count(t => t < 800);
        html.Write(
            $"<p class=\"faint\">Of these, {Verdicts.Count(times.Count, "decision")} with a time taken: median {(times[times.Count / 2] / 1000.0).ToString("0.0", CultureInfo.InvariantCulture)} s; {fast} took less than 0.8 s, too little to read.</p>\n"
        );
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
