using Assay.Ground.DataFiles;
using Assay.Reading.Syntax.Patterns;

namespace Assay.Bench.Syntax;

/// <summary>Patterns out of a folder in place of the shipped ones: <c>--patterns DIR</c>, to try a change without a build.</summary>
internal static class PatternFiles
{
    /// <summary>The patterns of a file in the folder that the arguments name; null where they name none.</summary>
    public static PatternSet? Set(string[] args, string name)
    {
        if (Array.IndexOf(args, "--patterns") is not (>= 0 and var at) || at + 1 >= args.Length)
            return null;
        var lists = Path.Combine(args[at + 1], "en.lists.txt");
        var words = new WordFile(lists, File.ReadLines(lists));
        var file = Path.Combine(args[at + 1], name + ".patterns");
        return new PatternSet(PatternFile.Read(file, File.ReadLines(file), words));
    }
}
