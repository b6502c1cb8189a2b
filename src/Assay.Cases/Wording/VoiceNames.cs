namespace Assay.Cases.Wording;

/// <summary>What the voice of a clock is called in a sentence.</summary>
public static class VoiceNames
{
    private const string Author = "author";

    /// <summary>"the author", "the author, of the coastguard", or the voice itself.</summary>
    /// <param name="voice">The voice.</param>
    public static string Of(string voice) =>
        voice == Author || voice.StartsWith(Author + ",", StringComparison.Ordinal) ? $"the {voice}" : voice;
}
