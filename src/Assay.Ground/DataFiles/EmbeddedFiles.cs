using System.Reflection;

namespace Assay.Ground.DataFiles;

/// <summary>The data files that ship inside an assembly. Nothing is read before it is asked for, nor kept. Immutable; safe for use by
/// several threads.</summary>
/// <param name="assembly">The assembly that holds them.</param>
/// <param name="root">What their names begin with there: the root namespace of its project.</param>
public sealed class EmbeddedFiles(Assembly assembly, string root)
{
    private readonly string prefix = root + ".";

    /// <summary>Opens a file.</summary>
    /// <param name="name">Its path below the project's folder, with stops for slashes: <c>Text.Data.en.sentences.txt</c>.</param>
    /// <exception cref="InvalidOperationException">There is no such file: the build is broken.</exception>
    public Stream Open(string name) =>
        assembly.GetManifestResourceStream(prefix + name)
        ?? throw new InvalidOperationException($"The build of {assembly.GetName().Name} lacks its data file {name}. Build it anew.");

    /// <summary>A whole file of UTF-8 text.</summary>
    /// <inheritdoc cref="Open"/>
    public string Text(string name)
    {
        using var reader = new StreamReader(Open(name));
        return reader.ReadToEnd();
    }

    /// <summary>Every line of a file.</summary>
    /// <inheritdoc cref="Open"/>
    public IEnumerable<string> AllLines(string name)
    {
        using var reader = new StreamReader(Open(name));
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>The lines of a file but blank ones and those that begin with #.</summary>
    /// <inheritdoc cref="Open"/>
    public IEnumerable<string> Lines(string name) => AllLines(name).Where(l => l.Length > 0 && l[0] != '#');

    /// <summary>The rows of a CSV file without its header.</summary>
    /// <inheritdoc cref="Open"/>
    public IEnumerable<string[]> Rows(string name) => Lines(name).Skip(1).Select(Csv.Split);

    /// <summary>The sections of a word file.</summary>
    /// <inheritdoc cref="Open"/>
    public WordFile Words(string name) => new(name, AllLines(name));

    /// <summary>Names of the files that begin and end so, in ordinal order.</summary>
    public IReadOnlyList<string> Names(string start, string end) =>
        [
            .. assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(prefix + start, StringComparison.Ordinal) && n.EndsWith(end, StringComparison.Ordinal))
                .Select(n => n[prefix.Length..])
                .Order(StringComparer.Ordinal),
        ];
}
