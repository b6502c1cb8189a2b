using Assay.Cases.Store;
using NodaTime;

namespace Assay.Cases.Team.Tables;

/// <summary>The audit log.</summary>
internal static class AuditTable
{
    /// <summary>Adds a line.</summary>
    public static void Add(SqlSession sql, AuditEntry entry) =>
        sql.Insert(
            "audit (at, act, who, about, place, address)",
            [
                [entry.At.ToUnixTimeMilliseconds(), entry.Act, entry.Who, entry.About, entry.Case, entry.Address],
            ]
        );

    /// <summary>Lines, the newest first.</summary>
    /// <param name="sql">The transaction.</param>
    /// <param name="before">Only those before this one.</param>
    /// <param name="most">How many at most.</param>
    public static List<AuditEntry> Last(SqlSession sql, long before, int most) =>
        sql.Rows(
            "SELECT id, at, act, who, about, place, address FROM audit WHERE id < @0 ORDER BY id DESC LIMIT @1",
            r => new AuditEntry(
                r.GetInt64(0),
                Instant.FromUnixTimeMilliseconds(r.GetInt64(1)),
                r.GetString(2),
                Text(r, 3),
                Text(r, 4),
                Text(r, 5),
                Text(r, 6)
            ),
            before,
            (long)most
        );

    private static string? Text(System.Data.Common.DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetString(column);
}
