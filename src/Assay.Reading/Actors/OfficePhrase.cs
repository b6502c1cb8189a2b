using Assay.Ground.Anchors;
using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>An office as a phrase: "former prime minister", "then the Head of the X", "Kenyan president".</summary>
/// <param name="First">Index of its first word, modifiers included, determiner not.</param>
/// <param name="End">One past its last word, an "of ..." part included.</param>
/// <param name="Head">The office noun alone, lower case.</param>
/// <param name="Title">The title as the text has it, without status words and country.</param>
/// <param name="Of">What it is an office of, or null.</param>
/// <param name="Country">Capitalised word before the office, or the owner, or null.</param>
/// <param name="Status">Held now, formerly, then.</param>
/// <param name="Definite">True after "the".</param>
internal sealed record OfficePhrase(
    int First,
    int End,
    string Head,
    string Title,
    string? Of,
    string? Country,
    OfficeStatus Status,
    bool Definite
)
{
    /// <summary>The words of the phrase.</summary>
    public TextSpan Span(WordedText text) => text.Span(First, End);
}

/// <summary>Reads the office phrase around an office noun.</summary>
internal sealed class OfficeReader(WordedText text, ActorWords words)
{
    /// <summary>The office phrase whose noun begins at the index, or null.</summary>
    public OfficePhrase? At(int noun, WordedSentence sentence)
    {
        var length = words.Offices.Match(text.Words, noun, sentence.End);
        if (length == 0 || text.LowerAt(noun + length).StartsWith("elect", StringComparison.Ordinal))
            return null;

        var first = Left(noun, sentence, out var status, out var titleFirst, out var country, out var definite);
        var end = noun + length;
        var ofEnd = Of(end, sentence, out var of);
        var head = string.Join(' ', Enumerable.Range(noun, length).Select(k => text.Words[k].Lower));
        if (
            length == 1
            && words.OfficeOf.Contains(head)
            && of is null
            && country is null
            && titleFirst == noun
            && !(text.Words[noun].Capital && end < sentence.End && text.Words[end].IsName)
        )
            return null;

        return new OfficePhrase(first, ofEnd, head, text.Text(titleFirst, ofEnd), of ?? country, country, status, definite);
    }

    private int Left(int noun, WordedSentence sentence, out OfficeStatus status, out int title, out string? country, out bool definite)
    {
        var i = noun;
        while (
            i > sentence.First
            && (
                words.OfficeModifiers.Contains(text.Words[i - 1].Lower)
                || (!text.Words[i - 1].Capital && words.OrganisationWords.Contains(text.Words[i - 1].Lower))
            )
        )
            i--;

        title = i;
        country = Owner(ref i, sentence);
        status = OfficeStatus.Current;
        if (i > sentence.First && Status(text.Words[i - 1].Lower) is { } early)
        {
            status = early;
            i--;
            country ??= Owner(ref i, sentence);
        }

        var d = i - 1;
        definite = d >= sentence.First && text.Words[d].Is("the");
        d -= d >= sentence.First && words.Determiners.Contains(text.Words[d].Lower) && !text.Words[d].Is("then") ? 1 : 0;
        if (status == OfficeStatus.Current && d >= sentence.First && Status(text.Words[d].Lower) is { } outer)
            status = outer;

        return i;
    }

    // "Kenyan president", "Kenya's president": the capitalised words right before the title.
    private string? Owner(ref int i, WordedSentence sentence)
    {
        var end = i;
        if (i > sentence.First + 1 && text.Words[i - 1].Is("'s"))
            end = --i;

        var first = end;
        while (
            first > sentence.First
            && text.Words[first - 1].IsName
            && !words.NotNames.Contains(text.Words[first - 1].Lower)
            && !words.Honorifics.Contains(text.Words[first - 1].Lower)
            && end - first < 4
        )
            first--;

        if (first == end)
        {
            i += end == i && i < text.Words.Count && text.Words[i].Is("'s") ? 1 : 0;
            return null;
        }

        i = first;
        return text.Text(first, end);
    }

    private OfficeStatus? Status(string lower) =>
        words.Former.Contains(lower) ? OfficeStatus.Former
        : words.Then.Contains(lower) ? OfficeStatus.Then
        : null;

    // "of the National Council", "for human rights": the words after the noun that say what it is an office of.
    private int Of(int at, WordedSentence sentence, out string? of)
    {
        of = null;
        if (at + 1 >= sentence.End || !(text.Words[at].Is("of") || text.Words[at].Is("for") || text.Words[at].Is("at")))
            return at;

        var first = at + 1;
        var start = words.Determiners.Contains(text.Words[first].Lower) ? first + 1 : first;
        var end = start;
        while (end < sentence.End && end - start < 9 && text.Words[end].Kind is WordKind.Word && IsOfPart(end, start, sentence))
            end++;

        while (
            end > start
            && (
                text.Words[end - 1].Is("of")
                || text.Words[end - 1].Is("the")
                || text.Words[end - 1].Is("for")
                || text.Words[end - 1].Is("and")
            )
        )
            end--;

        if (end == start)
            return at;

        of = text.Text(start, end);
        return end;
    }

    private bool IsOfPart(int i, int start, WordedSentence sentence)
    {
        var word = text.Words[i];
        if (word.Is("'s"))
            return i > start;

        if (word.Capital)
            return i == start || text.Words[i - 1].Capital || Joins(text.Words[i - 1].Lower);

        if (Joins(word.Lower))
        {
            return i > start
                && i + 1 < sentence.End
                && (text.Words[i + 1].Capital || (text.Words[i + 1].Is("the") && i + 2 < sentence.End && text.Words[i + 2].Capital));
        }

        // Lower-case parts only as one short noun phrase: "head of the harbour authority".
        return i - start < 3
            && (i == start || !text.Words[i - 1].Capital)
            && (words.OfficeModifiers.Contains(word.Lower) || words.OrganisationWords.Contains(word.Lower));
    }

    private static bool Joins(string lower) => lower is "of" or "for" or "the" or "and" or "&";
}
