using System.Globalization;
using Assay.Cases.Accounts;
using Assay.Cases.Origins;
using Assay.Reading.Intake;

namespace Assay.Cases.Drafting;

/// <summary>Puts sources that look like one origin into the shape of the account.</summary>
internal static class OriginDrafter
{
    /// <summary>The proposals; null where there are none.</summary>
    /// <param name="sources">The sources as read.</param>
    /// <param name="ids">Gives the ids.</param>
    public static IReadOnlyList<SameOriginEntry>? Of(IReadOnlyList<SourceReading> sources, DraftIds ids)
    {
        var ties = OriginFinder.Find([.. sources.Select(s => s.Document)]);
        return ties.Count == 0 ? null : [.. ties.Select(t => Entry(sources, t, ids))];
    }

    private static SameOriginEntry Entry(IReadOnlyList<SourceReading> sources, OriginTie tie, DraftIds ids)
    {
        var (first, second) = (sources[tie.First], sources[tie.Second]);
        string[] hashes = [first.Document.Sha256, second.Document.Sha256];
        return new SameOriginEntry(ids.Of("o", string.Join('\n', hashes.Order(StringComparer.Ordinal))), [first.Id, second.Id])
        {
            Label = $"{Name(first.Document)} and {Name(second.Document)}",
            Kind = tie.Kind,
            Share = Math.Round(tie.Share, 4),
            Words = tie.Words,
            Reason = Reason(sources[tie.Shorter].Document, tie),
        };
    }

    private static string Reason(SourceDocument shorter, OriginTie tie)
    {
        // Rounded down: a hundred is all of it.
        var percent = Math.Floor(tie.Share * 100);
        var reason = string.Create(
            CultureInfo.InvariantCulture,
            $"{percent} % of the shorter text ({Name(shorter)}) stands in the other, {tie.Words:N0} words in stretches of ten and more"
        );
        if (tie.Agency is { } agency)
            reason += $"; both credit {agency}";
        return tie.Address is { } address ? $"{reason}; both have the address {address}" : reason;
    }

    private static string Name(SourceDocument document) => document.Container?.Entry ?? document.File.Split('/', '\\')[^1];
}
