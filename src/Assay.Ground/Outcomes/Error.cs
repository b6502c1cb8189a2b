namespace Assay.Ground.Outcomes;

/// <summary>What kind of expected failure an <see cref="Error"/> is. The command line maps each kind to one exit code.</summary>
public enum ErrorKind
{
    /// <summary>The request itself cannot be carried out as worded (unknown option, missing argument). Exit code 2.</summary>
    Usage,

    /// <summary>An input is missing, unreadable, of an unknown format, or broken. Exit code 3.</summary>
    Input,

    /// <summary>An input was read in part: some of it was refused and is listed. Exit code 4.</summary>
    Partial,

    /// <summary>A result could not be written where it was asked for. Exit code 5.</summary>
    Output,

    /// <summary>Somebody else changed the same thing in between; nothing was overwritten. Exit code 6.</summary>
    Conflict,

    /// <summary>The user or a caller stopped the work. Exit code 130.</summary>
    Cancelled,
}

/// <summary>An expected failure: what was wrong, where, and what to do about it. Exceptions are kept for bugs and broken I/O.</summary>
/// <param name="Kind">The class of failure.</param>
/// <param name="Message">One sentence that says what was wrong, with the values in it.</param>
/// <param name="Hint">One sentence that says what to do; empty where nothing can be done.</param>
/// <param name="Where">File, and where known line, column or byte offset.</param>
public sealed record Error(ErrorKind Kind, string Message, string Hint = "", Location? Where = null)
{
    /// <summary>The whole message, a line for each line of it: <c>where: message hint</c>. Safe to print, whatever names are in
    /// it.</summary>
    public override string ToString()
    {
        var text = Hint.Length == 0 ? Message : $"{Message} {Hint}";
        return string.Join('\n', (Where is null ? text : $"{Where}: {text}").Split('\n').Select(Printable.Of));
    }
}

/// <summary>A place in an input file. Line and column count from 1, offsets (bytes) from 0.</summary>
/// <param name="File">File name as the user gave it.</param>
/// <param name="Line">Line, from 1, where known.</param>
/// <param name="Column">Column in UTF-16 units, from 1, where known.</param>
/// <param name="Offset">Byte offset, from 0, where known.</param>
public sealed record Location(string File, long? Line = null, int? Column = null, long? Offset = null)
{
    /// <summary><c>file:line:column</c>, or <c>file (byte offset)</c> where only the offset is known. The name is made safe to
    /// print.</summary>
    public override string ToString() =>
        (Line, Column, Offset) switch
        {
            ({ } l, { } c, _) => $"{Printable.Of(File)}:{l}:{c}",
            ({ } l, null, _) => $"{Printable.Of(File)}:{l}",
            (null, _, { } o) => $"{Printable.Of(File)} (byte {o})",
            _ => Printable.Of(File),
        };
}
