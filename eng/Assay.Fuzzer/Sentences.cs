using Assay.Ground.Outcomes;

namespace Assay.Fuzzer;

/// <summary>A refusal that cannot be shown to a person.</summary>
/// <param name="message">What is wrong with it.</param>
internal sealed class NoSentenceException(string message) : Exception(message);

/// <summary>What a refusal has to be: a sentence, and nothing that plays with the terminal or the order of letters.</summary>
internal static class Sentences
{
    /// <summary>Holds a refusal to that.</summary>
    /// <param name="error">The refusal.</param>
    /// <exception cref="NoSentenceException">It is none.</exception>
    public static void Hold(Error error)
    {
        if (error.Message.Length == 0 || error.ToString().Contains("   at ", StringComparison.Ordinal))
            throw new NoSentenceException($"It was refused with no sentence: {error}");
        if (error.Message.Contains("A defect of Assay", StringComparison.Ordinal))
            throw new NoSentenceException(error.Message);
        Hold(error.ToString());
    }

    /// <summary>Holds words that are shown to that.</summary>
    /// <param name="words">The words.</param>
    /// <exception cref="NoSentenceException">They play with what shows them.</exception>
    public static void Hold(string words)
    {
        if (words.Any(c => char.IsControl(c) && c != '\n' || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'))
            throw new NoSentenceException($"It was refused with words that are not safe to print: {Uri.EscapeDataString(words)}");
    }
}
