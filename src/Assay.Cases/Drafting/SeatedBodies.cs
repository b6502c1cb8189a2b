using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Places;
using Assay.Reading.Text;

namespace Assay.Cases.Drafting;

/// <summary>
/// Where the body is that a paragraph tells of, by a sentence that says nothing else: "Our remote desk is in Nairobi. Its ticket was
/// opened at 4:21 a.m."; "The calls go through Enlace Switch, in Caracas. Its night supervisor saw ...". It holds to the end of the
/// paragraph, or until another sentence of it names a place.
/// </summary>
/// <param name="source">The source.</param>
internal sealed class SeatedBodies(SourceReading source)
{
    private const int Reach = 70;
    private PlaceMention?[]? known;

    /// <summary>The place of the body that is told of at a position, or null.</summary>
    public PlaceMention? At(int position) => (known ??= Read())[source.SentenceAt(position)];

    private PlaceMention?[] Read()
    {
        var found = new PlaceMention?[source.Sentences.Count];
        for (var i = 1; i < found.Length; i++)
            if (source.Sentences[i - 1].Block == source.Sentences[i].Block)
                found[i] = Seated(source.Sentences[i - 1]) ?? (IsSilent(source.Sentences[i - 1]) ? found[i - 1] : null);
        return found;
    }

    private bool IsSilent(Sentence sentence) => !Settled(sentence).Any();

    private IEnumerable<PlaceMention> Settled(Sentence sentence) =>
        source.PlacesAt.Inside(sentence.Span).Select(i => source.Places[i]).Where(p => p.Settled is not null);

    private PlaceMention? Seated(Sentence sentence) =>
        Settled(sentence).ToList() is [var only]
        && only.Settled!.Zones.Count == 1
        && IsSeat(new TextSpan(Math.Max(sentence.Span.Start, only.Span.Start - Reach), only.Span.Start))
            ? only
            : null;

    // Some name or noun, and the words that put it at the place right behind it.
    private bool IsSeat(TextSpan before)
    {
        var words = source.Text.AsSpan(before.Start, before.Length);
        if (SeatPhrases.IsNamedAt(words))
            return true;
        for (var at = words.IndexOf(' '); at >= 0; at = Next(words, at))
            if (SeatPhrases.Sits(words[at..]))
                return true;
        return false;
    }

    private static int Next(ReadOnlySpan<char> words, int at) => words[(at + 1)..].IndexOf(' ') is var next and >= 0 ? at + 1 + next : -1;
}
