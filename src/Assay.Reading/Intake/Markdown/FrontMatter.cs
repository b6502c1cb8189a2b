using Assay.Ground.Anchors;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.Markdown;

/// <summary>The head of a file between two fences: <c>---</c> for YAML, <c>+++</c> for TOML.</summary>
/// <param name="Inner">Where its lines stand.</param>
/// <param name="End">Where the text after it begins.</param>
/// <param name="IsToml">True for TOML.</param>
internal sealed record FrontMatter(TextSpan Inner, int End, bool IsToml)
{
    private const int Longest = 64 * 1024;
    private const int MostPairs = 400;

    /// <summary>Finds it at the beginning of a text; null where there is none.</summary>
    /// <param name="text">The text.</param>
    public static FrontMatter? Find(string text)
    {
        var fence =
            text.StartsWith("---", StringComparison.Ordinal) ? "---"
            : text.StartsWith("+++", StringComparison.Ordinal) ? "+++"
            : null;
        var from = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        if (fence is null || from == 0 || !text.AsSpan(3, from - 3).IsWhiteSpace())
            return null;
        for (var at = from; at < text.Length && at < Longest; )
        {
            var end = text.IndexOf('\n', at) is var found and >= 0 ? found : text.Length;
            var line = text.AsSpan(at, end - at).TrimEnd();
            if (line.SequenceEqual(fence) || fence == "---" && line is "...")
                return new FrontMatter(new TextSpan(from, at), Math.Min(text.Length, end + 1), fence == "+++");
            at = end + 1;
        }

        return null;
    }

    /// <summary>The metadata it declares; empty where it is broken.</summary>
    /// <param name="text">The text it stands in.</param>
    public DeclaredMetadata Read(string text)
    {
        var pairs = (IsToml ? TomlPairs.Of(Inner.Of(text)) : YamlPairs.Of(Inner.Of(text))).Take(MostPairs);
        return FrontMatterKeys.Read([.. pairs]);
    }
}
