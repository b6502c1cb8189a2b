using System.Data.Common;
using Assay.Ground.Outcomes;
using Npgsql;

namespace Assay.Cases.Store.Postgres;

/// <summary>What PostgreSQL says, in sentences.</summary>
internal static class PostgresErrors
{
    /// <summary>The error.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="place">The database and schema.</param>
    /// <param name="isWriting">True where a change was written.</param>
    public static Error Of(DbException said, string place, bool isWriting) =>
        said is PostgresException told ? Told(told, place, isWriting) : Lost(said, place, isWriting);

    private static Error Told(PostgresException said, string place, bool isWriting)
    {
        var kind = isWriting ? ErrorKind.Output : ErrorKind.Input;
        var (message, hint) = said.SqlState switch
        {
            PostgresErrorCodes.DiskFull => ("The disk of the database is full. Nothing was changed.", "Make room and try again."),
            PostgresErrorCodes.InsufficientPrivilege => (
                "The database does not allow it. Nothing was changed.",
                "Ask who keeps it for the right to this schema."
            ),
            PostgresErrorCodes.ReadOnlySqlTransaction => (
                "The database may only be read. Nothing was changed.",
                "Connect to the one that may be written."
            ),
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => (
                "The database does not let this user in.",
                "Check the name, and the password in PGPASSWORD."
            ),
            PostgresErrorCodes.InvalidCatalogName => ("There is no such database.", "Check the name, or make it with createdb."),
            _ => ($"The database says: {said.MessageText.TrimEnd('.')} ({said.SqlState}). Nothing was changed.", "Ask who keeps it."),
        };
        return new Error(kind, message, hint, new Location(place));
    }

    // Where the connection breaks while a change is confirmed, nobody here knows which side it broke on.
    private static Error Lost(DbException said, string place, bool isWriting) =>
        new(
            isWriting ? ErrorKind.Output : ErrorKind.Input,
            $"The database cannot be reached: {said.Message.TrimEnd('.')}.",
            isWriting
                ? "Look whether the change was written ('assay case log' tells of a case)."
                : "Check the address, and that the server runs.",
            new Location(place)
        );
}
