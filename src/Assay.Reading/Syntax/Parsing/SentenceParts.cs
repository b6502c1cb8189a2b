using Assay.Ground.Anchors;

namespace Assay.Reading.Syntax.Parsing;

/// <summary>Cuts the tokens of a very long sentence into parts, behind the last ; : or dash that fits, else behind a comma, else where the
/// limit is.</summary>
internal static class SentenceParts
{
    /// <summary>The parts; one where the sentence fits.</summary>
    /// <param name="text">The text.</param>
    /// <param name="tokens">The tokens.</param>
    /// <param name="longest">Tokens of the longest part.</param>
    public static List<IReadOnlyList<TextSpan>> Of(string text, IReadOnlyList<TextSpan> tokens, int longest)
    {
        if (tokens.Count <= longest)
            return [tokens];
        var parts = new List<IReadOnlyList<TextSpan>>();
        for (var from = 0; from < tokens.Count; )
        {
            var end = tokens.Count - from <= longest ? tokens.Count : End(text, tokens, from, from + longest);
            parts.Add([.. tokens.Skip(from).Take(end - from)]);
            from = end;
        }
        return parts;
    }

    private static int End(string text, IReadOnlyList<TextSpan> tokens, int from, int limit)
    {
        var strong = Last(from, limit, i => text[tokens[i].Start] is ';' or ':' or '–' or '—' || IsDash(text, tokens[i]));
        var end = strong > 0 ? strong : Last(from, limit, i => text[tokens[i].Start] == ',');
        return end > 0 ? end : limit;
    }

    private static bool IsDash(string text, TextSpan token) => token.Length > 1 && text[token.Start] == '-';

    private static int Last(int from, int limit, Func<int, bool> cuts)
    {
        for (var i = limit - 1; i > from; i--)
            if (cuts(i))
                return i + 1;
        return -1;
    }
}
