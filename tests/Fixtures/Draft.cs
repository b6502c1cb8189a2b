using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Ground.Anchors;
using Assay.Reading.Voices;
using NodaTime;
using NodaTime.Text;

namespace Assay.Tests.Fixtures;

/// <summary>Small makers for hand-made reports: quotes are found in the text, so that they hold.</summary>
internal static class Draft
{
    private static readonly Duration Minute = Duration.FromMinutes(1);

    public static SourceEntry Source(string id, string title, params (string Kind, string Text)[] blocks)
    {
        var text = string.Join("\n\n", blocks.Select(b => b.Text));
        var entries = new List<BlockEntry>();
        var at = 0;
        foreach (var (kind, words) in blocks)
        {
            entries.Add(new BlockEntry(Enum.Parse<BlockKind>(kind, ignoreCase: true), at, at + words.Length));
            at += words.Length + 2;
        }

        return new SourceEntry(
            id,
            $"{id}.txt",
            new string('0', 63) + id[^1],
            text.Length,
            "text",
            title,
            "Opinion",
            LocalMoment.Of(new LocalDate(2021, 11, 20)),
            ["A. Writer"],
            "The Strait Review",
            null,
            null,
            [],
            [],
            [
                .. entries
                    .Where(b => b.Kind == BlockKind.Furniture)
                    .Select(b => new FurnitureEntry(b.Start, b.End, "a box that asks readers to join")),
            ],
            text,
            entries
        );
    }

    public static Anchor In(this SourceEntry source, string words)
    {
        var at = source.Text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0)
            throw new ArgumentException($"The source does not say '{words}'.", nameof(words));

        return new Anchor(
            source.Id,
            at,
            at + words.Length,
            words,
            source.Text[Math.Max(0, at - 16)..at],
            source.Text[(at + words.Length)..Math.Min(source.Text.Length, at + words.Length + 16)]
        );
    }

    public static ZoneEntry Zone(string zone, string name, string reason, bool home, string offset, Instant from) =>
        new(zone, name, reason, home, OffsetPattern.GeneralInvariant.Parse(offset).Value, from, from + Minute);

    public static EventEntry Event(
        string id,
        string label,
        Anchor quote,
        string? earliest,
        string? latest,
        string? home,
        string[]? voice = null,
        Stance stance = Stance.Asserted,
        string? words = null,
        string? edtf = null
    ) =>
        new(
            id,
            label,
            quote.Source,
            quote,
            [],
            [],
            null,
            new EventTimeEntry(words, null, edtf, Read(earliest), Read(latest), Read(home), Read(home) + Minute),
            voice ?? ["author"],
            stance
        );

    public static WitnessEventEntry Witness(string of, string utc, string local, string zone) =>
        new(of, LocalMoment.Read(utc)!, LocalMoment.Read(local), zone);

    private static Instant? Read(string? utc) => utc is null ? null : At(utc);

    public static Instant At(string utc) => InstantPattern.General.Parse(utc).Value;
}
