namespace Assay.Cases.Models;

/// <summary>About how many tokens a text is: nobody knows but the model.</summary>
internal static class TokenEstimate
{
    private const int CharactersPerToken = 3;

    /// <summary>An estimate that is seldom too small.</summary>
    public static int Of(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;

    /// <summary>Fewer tokens than this the text cannot be: no vocabulary has words of two words.</summary>
    public static int Least(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length * 3 / 4;
}
