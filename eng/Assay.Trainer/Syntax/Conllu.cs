using System.Globalization;
using SharpCompress.Compressors.Xz;

namespace Assay.Trainer.Syntax;

/// <summary>A token of a treebank.</summary>
/// <param name="Form">The form.</param>
/// <param name="Lemma">The lemma.</param>
/// <param name="Upos">The universal part of speech.</param>
/// <param name="Tag">The treebank's own tag.</param>
/// <param name="Head">Number of the head, from 1; 0 for the root.</param>
/// <param name="Relation">The relation, with its subtype.</param>
/// <param name="Glued">True where no blank follows.</param>
internal sealed record ConlluToken(string Form, string Lemma, string Upos, string Tag, int Head, string Relation, bool Glued = false);

/// <summary>A sentence of a treebank.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Tokens">Its tokens.</param>
internal sealed record ConlluSentence(string Text, IReadOnlyList<ConlluToken> Tokens);

/// <summary>Reads treebanks in CoNLL-U, plain or compressed by xz.</summary>
internal static class Conllu
{
    private const string TextMark = "# text = ";

    /// <summary>The sentences of a file, in order.</summary>
    public static List<ConlluSentence> Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var plain = file.EndsWith(".xz", StringComparison.Ordinal) ? new XZStream(stream) : (Stream)stream;
        using var reader = new StreamReader(plain);
        return Read(reader);
    }

    /// <summary>The sentences of a text, in order.</summary>
    public static List<ConlluSentence> Read(TextReader reader)
    {
        var sentences = new List<ConlluSentence>();
        var (text, tokens) = ("", new List<ConlluToken>());
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith(TextMark, StringComparison.Ordinal))
                text = line[TextMark.Length..];
            else if (line.Length > 0 && line[0] != '#')
                Add(tokens, line.Split('\t'));
            else if (line.Length == 0 && tokens.Count > 0)
                (_, tokens) = (Close(sentences, text, tokens), []);
        }
        if (tokens.Count > 0)
            Close(sentences, text, tokens);
        return sentences;
    }

    private static bool Close(List<ConlluSentence> sentences, string text, List<ConlluToken> tokens)
    {
        sentences.Add(new ConlluSentence(text, tokens));
        return true;
    }

    // Rows of several tokens (3-4) and of none (3.1) are no tokens.
    private static void Add(List<ConlluToken> tokens, string[] row)
    {
        if (!int.TryParse(row[0], NumberStyles.None, CultureInfo.InvariantCulture, out _))
            return;
        var head = int.Parse(row[6], CultureInfo.InvariantCulture);
        var glued = row.Length > 9 && row[9].Contains("SpaceAfter=No", StringComparison.Ordinal);
        tokens.Add(new ConlluToken(row[1], row[2], row[3], row[4], head, row[7], Glued: glued));
    }
}
