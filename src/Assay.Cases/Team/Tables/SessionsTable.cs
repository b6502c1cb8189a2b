using Assay.Cases.Store;
using NodaTime;

namespace Assay.Cases.Team.Tables;

/// <summary>Sessions, and the browsers that a person signed in with before.</summary>
internal static class SessionsTable
{
    /// <summary>A session that is kept.</summary>
    public sealed record Row(string Hash, long Person, Instant Created, Instant Seen, string Agent);

    /// <summary>The session of a hash, or null.</summary>
    public static Row? Of(SqlSession sql, string hash) =>
        sql.Rows("SELECT hash, person, created, seen, agent FROM sessions WHERE hash = @0", Read, hash).SingleOrDefault();

    /// <summary>The sessions of a person, the last first.</summary>
    public static List<Row> By(SqlSession sql, long person) =>
        sql.Rows("SELECT hash, person, created, seen, agent FROM sessions WHERE person = @0 ORDER BY seen DESC", Read, person);

    /// <summary>Begins a session.</summary>
    public static void Add(SqlSession sql, Row row) =>
        sql.Insert(
            "sessions (hash, person, created, seen, agent)",
            [
                [row.Hash, row.Person, row.Created.ToUnixTimeMilliseconds(), row.Seen.ToUnixTimeMilliseconds(), row.Agent],
            ]
        );

    /// <summary>Notes that a session is used.</summary>
    public static void See(SqlSession sql, string hash, Instant now) =>
        sql.Execute("UPDATE sessions SET seen = @1 WHERE hash = @0", hash, now.ToUnixTimeMilliseconds());

    /// <summary>Ends a session.</summary>
    public static void End(SqlSession sql, string hash) => sql.Execute("DELETE FROM sessions WHERE hash = @0", hash);

    /// <summary>Ends all sessions of a person, and the sign-ins that wait for a code.</summary>
    public static void EndAll(SqlSession sql, long person)
    {
        sql.Execute("DELETE FROM sessions WHERE person = @0", person);
        FactorsTable.EndChallenges(sql, person);
    }

    /// <summary>Ends the sessions that began or were used before.</summary>
    public static void EndOld(SqlSession sql, Instant begun, Instant used) =>
        sql.Execute("DELETE FROM sessions WHERE created < @0 OR seen < @1", begun.ToUnixTimeMilliseconds(), used.ToUnixTimeMilliseconds());

    /// <summary>True where a person has signed in with a browser before.</summary>
    public static bool Knows(SqlSession sql, string hash, long person) =>
        sql.Rows("SELECT count(*) FROM devices WHERE hash = @0 AND person = @1", r => r.GetInt64(0), hash, person).Single() > 0;

    /// <summary>Notes a browser.</summary>
    public static void Know(SqlSession sql, string hash, long person, Instant now) =>
        sql.Execute("INSERT INTO devices (hash, person, created) VALUES (@0, @1, @2)", hash, person, now.ToUnixTimeMilliseconds());

    /// <summary>Forgets the browsers of a person.</summary>
    public static void Forget(SqlSession sql, long person) => sql.Execute("DELETE FROM devices WHERE person = @0", person);

    private static Row Read(System.Data.Common.DbDataReader r) =>
        new(
            r.GetString(0),
            r.GetInt64(1),
            Instant.FromUnixTimeMilliseconds(r.GetInt64(2)),
            Instant.FromUnixTimeMilliseconds(r.GetInt64(3)),
            r.GetString(4)
        );
}
