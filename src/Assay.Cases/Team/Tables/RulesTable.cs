using Assay.Cases.Store;
using NodaTime;

namespace Assay.Cases.Team.Tables;

/// <summary>What an owner of the server laid down for everybody on it.</summary>
internal static class RulesTable
{
    /// <summary>Everybody has a second factor.</summary>
    public const string Factor = "second factor";

    /// <summary>Since when a rule holds; null where it does not.</summary>
    public static Instant? Since(SqlSession sql, string rule) =>
        sql.Rows("SELECT since FROM rules WHERE name = @0", r => (Instant?)Instant.FromUnixTimeMilliseconds(r.GetInt64(0)), rule)
            .SingleOrDefault();

    /// <summary>Lays a rule down.</summary>
    public static void Put(SqlSession sql, string rule, Instant now) =>
        sql.Execute("INSERT INTO rules (name, since) VALUES (@0, @1)", rule, now.ToUnixTimeMilliseconds());

    /// <summary>Takes a rule back.</summary>
    public static void Remove(SqlSession sql, string rule) => sql.Execute("DELETE FROM rules WHERE name = @0", rule);
}
