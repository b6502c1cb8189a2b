using System.Globalization;
using Assay.Reading.Tests.Time;
using Assay.Trainer.Syntax;

namespace Assay.Reading.Tests.Syntax;

/// <summary>The sentences of own-sentences.txt.</summary>
internal static class OwnSentences
{
    /// <summary>All of them.</summary>
    public static List<ConlluSentence> All { get; } =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "Assay.Reading.Tests", "Syntax", "own-sentences.txt"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split(' ').Select(Token).ToList())
            .Select(tokens => new ConlluSentence(string.Join(' ', tokens.Select(t => t.Form)), tokens)),
    ];

    private static ConlluToken Token(string token)
    {
        var parts = token.Split('/');
        return new ConlluToken(parts[0], "", parts[1], "", int.Parse(parts[2], CultureInfo.InvariantCulture), parts[3]);
    }
}
