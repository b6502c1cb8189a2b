using Assay.Cases.Store;
using Assay.Cases.Store.Sqlite;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Which store a place of a case is in: a file, or what reads like a connection to PostgreSQL.</summary>
internal static class CasePlaces
{
    /// <summary>Opens the store of a place.</summary>
    public static Result<CaseStore> Open(string place) => Wrong(place) is { } wrong ? wrong : SqliteStore.Open(place);

    /// <summary>Makes a store in a place where none is.</summary>
    public static Result<CaseStore> Create(string place, Func<CaseWriter, Result<bool>> begin) =>
        Wrong(place) is { } wrong ? wrong : SqliteStore.Create(place, begin);

    private static Error? Wrong(string place) =>
        string.IsNullOrWhiteSpace(place) ? new Error(ErrorKind.Usage, "No case is named.", "Name a file such as night.assay.") : null;
}
