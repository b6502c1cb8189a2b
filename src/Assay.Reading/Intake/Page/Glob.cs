using Assay.Ground.DataFiles;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>Whole-text patterns where <c>*</c> stands for any characters, matched without regular expressions.</summary>
internal static class Glob
{
    /// <summary>True where the pattern covers the whole text. Both must be folded alike.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var first = true;
        foreach (var range in pattern.Split('*'))
        {
            var part = pattern[range];
            var last = range.End.Value == pattern.Length;
            if (first && last)
                return text.SequenceEqual(part);
            if (first)
            {
                if (!text.StartsWith(part))
                    return false;
                text = text[part.Length..];
            }
            else if (last)
                return text.EndsWith(part);
            else
            {
                var at = text.IndexOf(part);
                if (at < 0)
                    return false;
                text = text[(at + part.Length)..];
            }
            first = false;
        }
        return true;
    }

    /// <summary>
    /// Folds words for comparison: small letters, straight quotes, single spaces; marks at the ends and a leading bullet left out.
    /// </summary>
    public static string Fold(ReadOnlySpan<char> words)
    {
        var folded = new System.Text.StringBuilder(words.Length);
        foreach (var c in words)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff')
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                    folded.Append(' ');
            }
            else
                folded.Append(
                    c is '’' or '‘' or 'ʼ' ? '\''
                    : c is '“' or '”' ? '"'
                    : char.ToLowerInvariant(c)
                );
        }
        return folded.ToString().Trim(" .!?:;,>»›→|•·*…\"'".ToCharArray()) is { Length: > 0 } inner ? inner : folded.ToString().Trim();
    }
}

/// <summary>A set of <see cref="Glob"/> patterns with the reason each section of the file gives.</summary>
internal sealed class CueTable
{
    private readonly Dictionary<string, Cue> exact = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<Cue>> byFirst = [];
    private readonly List<Cue> anywhere = [];

    /// <summary>Reads the furniture cues of English.</summary>
    public static CueTable English { get; } = new(ReadingFiles.Words("Intake.Data.en.furniture.txt"));

    private CueTable(WordFile sections)
    {
        foreach (var name in sections.Sections)
        {
            var strength =
                name == "weak" ? CueStrength.Weak
                : name[0] == '+' ? CueStrength.ListHeading
                : CueStrength.Strong;
            foreach (var pattern in sections[name])
                Add(new Cue(pattern, name.TrimStart('+', ' '), strength));
        }
    }

    /// <summary>The cues the folded words match; a heading of lists is told first.</summary>
    public Cue? Match(string folded, CueStrength strength)
    {
        if (folded.Length == 0)
            return null;
        if (exact.TryGetValue(folded, out var found) && found.Strength == strength)
            return found;
        if (strength == CueStrength.ListHeading && exact.TryGetValue("+" + folded, out found))
            return found;
        if (byFirst.TryGetValue(folded[0], out var list))
            foreach (var cue in list)
                if (cue.Strength == strength && Glob.Matches(cue.Pattern, folded))
                    return cue;
        foreach (var cue in anywhere)
            if (cue.Strength == strength && Glob.Matches(cue.Pattern, folded))
                return cue;
        return null;
    }

    private void Add(Cue cue)
    {
        if (!cue.Pattern.Contains('*', StringComparison.Ordinal))
            exact.TryAdd(cue.Strength == CueStrength.ListHeading && exact.ContainsKey(cue.Pattern) ? "+" + cue.Pattern : cue.Pattern, cue);
        else if (cue.Pattern[0] == '*')
            anywhere.Add(cue);
        else
        {
            if (!byFirst.TryGetValue(cue.Pattern[0], out var list))
                byFirst[cue.Pattern[0]] = list = [];
            list.Add(cue);
        }
    }
}

/// <summary>One pattern.</summary>
internal sealed record Cue(string Pattern, string Reason, CueStrength Strength);

/// <summary>What a cue proves.</summary>
internal enum CueStrength
{
    /// <summary>The block is furniture.</summary>
    Strong,

    /// <summary>The block heads lists or teasers of other pages.</summary>
    ListHeading,

    /// <summary>The block is furniture if its neighbours are.</summary>
    Weak,
}
