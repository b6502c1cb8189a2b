using Assay.Cases.Store;
using Assay.Cases.Store.Postgres;
using Assay.Cases.Store.Sqlite;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Which store a place of a case is in: a file, or what reads like a connection to PostgreSQL.</summary>
internal static class CasePlaces
{
    /// <summary>Opens the store of a place.</summary>
    public static Result<CaseStore> Open(string place)
    {
        if (Wrong(place) is { } wrong)
            return wrong;
        return PostgresPlace.Is(place) ? PostgresPlace.Read(place).Match(PostgresStore.Open, e => e) : SqliteStore.Open(place);
    }

    /// <summary>Makes a store in a place where none is.</summary>
    /// <param name="place">The place.</param>
    /// <param name="begin">Writes the first entries.</param>
    public static Result<CaseStore> Create(string place, Func<CaseWriter, Result<bool>> begin)
    {
        if (Wrong(place) is { } wrong)
            return wrong;
        return PostgresPlace.Is(place)
            ? PostgresPlace.Read(place).Match(p => PostgresStore.Create(p, begin), e => e)
            : SqliteStore.Create(place, begin);
    }

    private static Error? Wrong(string place) =>
        string.IsNullOrWhiteSpace(place) ? new Error(ErrorKind.Usage, "No case is named.", "Name a file such as night.assay.") : null;
}
