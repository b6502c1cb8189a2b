using Assay.Ground.DataFiles;

namespace Assay.Reading.Text;

/// <summary>Phrases out of word files.</summary>
internal static class WordFilePhrases
{
    /// <summary>The entries of a section as phrases.</summary>
    public static PhraseSet Phrases(this WordFile words, string section) => new(words.Entries(section));
}
