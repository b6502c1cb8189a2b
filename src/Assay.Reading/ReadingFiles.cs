using Assay.Ground.DataFiles;

namespace Assay.Reading;

/// <summary>The word files and tables that ship inside this assembly; a second language is a second file.</summary>
internal static class ReadingFiles
{
    /// <summary>All of them.</summary>
    public static EmbeddedFiles All { get; } = new(typeof(ReadingFiles).Assembly, "Assay.Reading");

    /// <inheritdoc cref="EmbeddedFiles.Words"/>
    public static WordFile Words(string name) => All.Words(name);
}
