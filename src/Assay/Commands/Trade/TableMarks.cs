using Assay.Ground.Outcomes;

namespace Assay.Commands.Trade;

/// <summary>The two lines of a page between which a table is put.</summary>
/// <param name="name">What stands in them: <c>validate</c> for <c>&lt;!-- validate: begin --&gt;</c>.</param>
internal sealed class TableMarks(string name)
{
    private readonly string begin = $"<!-- {name}: begin -->";
    private readonly string end = $"<!-- {name}: end -->";

    /// <summary>The error where a file is there and has no such lines; else null.</summary>
    public Error? Lacking(string path) =>
        !File.Exists(path) || Marks(File.ReadAllText(path)) is { Start: >= 0 and var start } marks && marks.End >= start
            ? null
            : new Error(
                ErrorKind.Output,
                $"{path} has no marks to put the table between.",
                $"Name a new file, or one with the lines {begin} and {end}."
            );

    /// <summary>Puts a table into a file, which is made where there is none; the error where that cannot be done.</summary>
    public Error? Put(string table, string path)
    {
        if (!File.Exists(path))
            return TradeCommand.Written(path, "--write", file => file.Write($"{begin}\n{table}{end}\n"));
        if (Lacking(path) is { } unfit)
            return unfit;
        var text = File.ReadAllText(path);
        var (start, stop) = Marks(text);
        return TradeCommand.Written(path, "--write", file => file.Write(text[..(start + begin.Length)] + "\n" + table + text[stop..]));
    }

    private (int Start, int End) Marks(string text) =>
        (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
}
