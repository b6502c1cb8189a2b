using Assay.Ground.Outcomes;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Assay.Cases.Store.Sqlite;

/// <summary>What SQLite says, in sentences.</summary>
internal static class SqliteErrors
{
    /// <summary>The error.</summary>
    /// <param name="said">What SQLite said.</param>
    /// <param name="place">The file.</param>
    /// <param name="isWriting">True where a change was written.</param>
    /// <param name="what">What the file holds.</param>
    public static Error Of(SqliteException said, string place, bool isWriting, string what = "case")
    {
        var (kind, message, hint) = said.SqliteErrorCode switch
        {
            raw.SQLITE_FULL => (ErrorKind.Output, "The disk is full. Nothing was changed.", "Make room and try again."),
            raw.SQLITE_READONLY => (
                ErrorKind.Output,
                $"The {what} may not be written to. Nothing was changed.",
                "Change its permissions, or copy it."
            ),
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
                isWriting ? ErrorKind.Output : ErrorKind.Input,
                $"Another program has kept the {what} locked for a minute. Nothing was changed.",
                "Try again when it is done."
            ),
            raw.SQLITE_NOTADB => (
                ErrorKind.Input,
                $"This is no {what} of Assay.",
                what == "case" ? "'assay case new' makes a case." : "Name another file."
            ),
            raw.SQLITE_CANTOPEN => (
                isWriting ? ErrorKind.Output : ErrorKind.Input,
                $"The {what} could not be opened, or the file beside it that a change needs could not be made.",
                "Check the permissions of the file and its folder."
            ),
            raw.SQLITE_IOERR => (
                isWriting ? ErrorKind.Output : ErrorKind.Input,
                $"The disk failed: {said.Message.TrimEnd('.')}. Nothing was changed.",
                "Check the disk and try again."
            ),
            _ => (ErrorKind.Input, $"The file is damaged: {said.Message.TrimEnd('.')}.", "Take the last good copy or export."),
        };
        return new Error(kind, message, hint, new Location(place));
    }
}
