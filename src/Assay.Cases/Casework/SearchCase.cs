using Assay.Ground.Anchors;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay.Cases.Casework;

/// <summary>What to look for.</summary>
/// <param name="Words">Words that all have to stand in one paragraph, each at the beginning of a word of the text; a phrase in quotation
/// marks stands as it is. Capitals do not count.</param>
/// <param name="Most">How many places to give at most.</param>
public sealed record SearchRequest(string Words, int Most = 50)
{
    /// <summary>Longest search, in letters.</summary>
    public const int MostLetters = 200;
}

/// <summary>A paragraph with the words.</summary>
/// <param name="Source">Id of the source.</param>
/// <param name="File">Its name.</param>
/// <param name="Start">Where the first of the words stands, in UTF-16 code units of the text.</param>
/// <param name="Before">What stands before it in the paragraph, the end of it.</param>
/// <param name="Words">The word as it stands there.</param>
/// <param name="After">What stands after it, the beginning of it.</param>
/// <param name="Item">Id of the draft with the shortest words around that place; null where there is none.</param>
public sealed record SearchHit(string Source, string File, int Start, string Before, string Words, string After, string? Item);

/// <summary>What was found.</summary>
/// <param name="Found">The places, in the order of the sources and their text.</param>
/// <param name="Total">How many paragraphs have the words.</param>
/// <param name="Sources">In how many sources.</param>
public sealed record SearchReply(IReadOnlyList<SearchHit> Found, int Total, int Sources);

/// <summary>Looks for words in the texts of a case. The texts are gone through as they are, so that what is found is always what stands
/// there; ten megabytes take some milliseconds.</summary>
public sealed class SearchCase
{
    private const int Around = 90;

    /// <summary>Looks.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="request">What for.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The places; or why nothing can be looked for.</returns>
    public static Result<SearchReply> Run(OpenedCase opened, SearchRequest request, CancellationToken cancellation = default)
    {
        var terms = SearchTerms.Of(request.Words);
        if (terms.Count == 0 || request.Words.Length > SearchRequest.MostLetters)
            return new Error(
                ErrorKind.Usage,
                "There is nothing to look for in these words.",
                $"Give one or more words, {SearchRequest.MostLetters} letters at most."
            );
        var content = opened.Content();
        if (!content.Succeeded)
            return content.Error;
        var documents = opened.Documents(content.Value.Sources, cancellation);
        if (!documents.Succeeded)
            return documents.Error;
        var (found, total, sources) = (new List<SearchHit>(), 0, 0);
        var items = opened.Items(content.Value);
        foreach (var source in content.Value.Sources)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!documents.Value.Documents.TryGetValue(source.Id, out var document))
                continue;
            var places = SearchTerms.Places(document.Layer, terms).ToList();
            total += places.Count;
            sources += places.Count > 0 ? 1 : 0;
            foreach (var (block, word) in places.Take(request.Most - found.Count))
                found.Add(Hit(source.Id, document, block, word, items));
        }

        return new SearchReply(found, total, sources);
    }

    private static SearchHit Hit(string id, SourceDocument document, TextSpan block, TextSpan word, CaseItems items)
    {
        var text = document.Layer.Text;
        var (from, until) = (Math.Max(block.Start, word.Start - Around), Math.Min(block.End, word.End + Around));
        var around = items
            .OfSource(id)
            .Where(i => i.Words.Start <= word.Start && i.Words.End >= word.End)
            .MinBy(i => i.Words.End - i.Words.Start);
        return new SearchHit(
            id,
            document.File,
            word.Start,
            (from > block.Start ? "… " : "") + text[from..word.Start],
            text[word.Start..word.End],
            text[word.End..until] + (until < block.End ? " …" : ""),
            around?.Now.Basis.Id
        );
    }
}
