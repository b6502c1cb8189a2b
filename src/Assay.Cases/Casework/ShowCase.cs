using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Casework;

/// <summary>What a case holds, at a glance.</summary>
/// <param name="Place">Where it lies.</param>
/// <param name="Title">What it is about, or null.</param>
/// <param name="Created">When it was made.</param>
/// <param name="By">Who made it.</param>
/// <param name="Head">Where its journal ends.</param>
/// <param name="Sources">Its sources.</param>
/// <param name="States">How many items are in each state.</param>
public sealed record CaseSummary(
    string Place,
    string? Title,
    Instant Created,
    string By,
    CaseHead Head,
    IReadOnlyList<SourceSummary> Sources,
    IReadOnlyDictionary<ItemState, int> States
);

/// <summary>A source of a case, at a glance.</summary>
/// <param name="Source">The source.</param>
/// <param name="States">How many of the items with words in it are in each state; empty where it was not read.</param>
public sealed record SourceSummary(StoredSource Source, IReadOnlyDictionary<ItemState, int> States);

/// <summary>Shows what a case holds.</summary>
public sealed class ShowCase
{
    /// <summary>What it holds.</summary>
    /// <param name="opened">The case.</param>
    public static Result<CaseSummary> Run(OpenedCase opened)
    {
        var read = opened.Store.Read<(CaseContent Content, JournalEntry? First)>(r => (r.Content(opened.Known), r.Entry(1)?.Read()));
        if (!read.Succeeded)
            return read.Error;
        opened.Know(read.Value.Content);
        var (content, first) = read.Value;
        if (first is null)
            return new Error(
                ErrorKind.Input,
                "The first entry of the journal cannot be read: this case was changed by something else than Assay.",
                "'assay case verify' finds every place that does not hold; take the last good copy or export.",
                new Location(opened.Store.Place)
            );
        var items = opened.Items(content);
        return new CaseSummary(
            opened.Store.Place,
            Title(first),
            first.Note.At,
            first.Note.Who,
            content.Head,
            [.. content.Sources.Select(s => new SourceSummary(s, items.StatesOf(s.Id)))],
            items.States
        );
    }

    /// <summary>The journal, oldest first.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="after">Only entries after this one.</param>
    /// <param name="most">How many at most.</param>
    /// <returns>The entries; or which of them cannot be read.</returns>
    public static Result<IReadOnlyList<JournalEntry>> Journal(OpenedCase opened, long after = 0, int most = int.MaxValue)
    {
        var raw = opened.Store.Read<List<RawEntry>>(r => r.Entries(after, most).ToList());
        if (!raw.Succeeded)
            return raw.Error;
        var read = raw.Value.Select(e => (Raw: e, Entry: e.Read())).ToList();
        if (read.FirstOrDefault(e => e.Entry is null).Raw is { } broken)
            return new Error(
                ErrorKind.Input,
                $"Entry {broken.Sequence} of the journal cannot be read: this case was changed by something else than Assay.",
                "'assay case verify' finds every place that does not hold.",
                new Location(opened.Store.Place)
            );
        return read.Select(e => e.Entry!).ToList();
    }

    /// <summary>What a case is about, by the first entry of its journal; null where that does not say.</summary>
    internal static string? Title(JournalEntry first)
    {
        using var document = JsonDocument.Parse(first.Note.After ?? "{}");
        return document.RootElement.TryGetProperty("title", out var title) && title.ValueKind == JsonValueKind.String
            ? title.GetString()
            : null;
    }
}
