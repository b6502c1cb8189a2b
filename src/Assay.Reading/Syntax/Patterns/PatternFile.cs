using Assay.Ground.DataFiles;

namespace Assay.Reading.Syntax.Patterns;

/// <summary>
/// Reads files of patterns; docs/syntax.md describes their format. A mistake stops the reading with the file, the line, and what was
/// expected.
/// </summary>
internal static class PatternFile
{
    /// <summary>The patterns of a file.</summary>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="lists">Lists of lemmas by name.</param>
    /// <exception cref="InvalidOperationException">A line is not as it must be.</exception>
    public static IReadOnlyList<SyntaxPattern> Read(string file, IEnumerable<string> lines, WordFile lists)
    {
        var (patterns, number) = (new List<PatternBuilder>(), 0);
        foreach (var line in lines.Select(l => l.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            try
            {
                Take(patterns, line, lists);
            }
            catch (FormatException wrong)
            {
                throw new InvalidOperationException($"{file}, line {number}: {wrong.Message}", wrong);
            }
        }
        return [.. patterns.Select(p => p.Built())];
    }

    private static void Take(List<PatternBuilder> patterns, string line, WordFile lists)
    {
        if (line[0] == '[' && line[^1] == ']')
            patterns.Add(new PatternBuilder(line[1..^1], lists));
        else if (patterns.Count == 0)
            throw new FormatException($"'{line}' stands before any [pattern].");
        else
            patterns[^1].Add(line);
    }
}
