using System.Data.Common;
using Assay.Cases.Store;
using NodaTime;

namespace Assay.Cases.Team.Tables;

/// <summary>Second factors: the secret that codes are made of, the codes for whoever has lost it, and sign-ins that wait for a
/// code.</summary>
internal static class FactorsTable
{
    /// <summary>A second factor.</summary>
    /// <param name="Secret">The secret, in base 32. It has to be known to make codes of, and so is kept as it is.</param>
    /// <param name="Confirmed">When a code of it was first shown to be right; null where it was not, and it counts for nothing.</param>
    /// <param name="Step">The step of time of the last code that was taken: no code of it or of an earlier one is taken again.</param>
    public sealed record Row(string Secret, Instant? Confirmed, long Step);

    /// <summary>The factor of a person, or null.</summary>
    public static Row? Of(SqlSession sql, long person) =>
        sql.Rows("SELECT secret, confirmed, step FROM factors WHERE person = @0", Read, person).SingleOrDefault();

    /// <summary>True where a person has a factor that counts.</summary>
    public static bool Counts(SqlSession sql, long person) => Of(sql, person) is { Confirmed: not null };

    /// <summary>The people whose factor counts.</summary>
    public static HashSet<long> Confirmed(SqlSession sql) =>
        [.. sql.Rows("SELECT person FROM factors WHERE confirmed IS NOT NULL", r => r.GetInt64(0))];

    /// <summary>Puts a factor that was not confirmed yet, in the place of one that was not either.</summary>
    public static void Begin(SqlSession sql, long person, string secret, Instant now)
    {
        sql.Execute("DELETE FROM factors WHERE person = @0 AND confirmed IS NULL", person);
        sql.Execute(
            "INSERT INTO factors (person, secret, created, confirmed, step) VALUES (@0, @1, @2, NULL, 0)",
            person,
            secret,
            now.ToUnixTimeMilliseconds()
        );
    }

    /// <summary>Says that a factor counts from now on.</summary>
    public static void Confirm(SqlSession sql, long person, Instant now) =>
        sql.Execute("UPDATE factors SET confirmed = @1 WHERE person = @0", person, now.ToUnixTimeMilliseconds());

    /// <summary>Takes the code of a step; false where one of it or of a later one was taken before.</summary>
    public static bool Take(SqlSession sql, long person, long step) =>
        sql.Execute("UPDATE factors SET step = @1 WHERE person = @0 AND step < @1", person, step) == 1;

    /// <summary>Takes a factor away, with its recovery codes and the sign-ins that wait for a code.</summary>
    /// <returns>False where there was none.</returns>
    public static bool Remove(SqlSession sql, long person)
    {
        sql.Execute("DELETE FROM recovery WHERE person = @0", person);
        EndChallenges(sql, person);
        return sql.Execute("DELETE FROM factors WHERE person = @0", person) == 1;
    }

    /// <summary>Keeps recovery codes, by their hashes, in the place of those before.</summary>
    public static void PutRecovery(SqlSession sql, long person, IEnumerable<string> hashes)
    {
        sql.Execute("DELETE FROM recovery WHERE person = @0", person);
        sql.Insert("recovery (hash, person, used)", hashes.Select(h => new object?[] { h, person, null }));
    }

    /// <summary>Uses a recovery code up; false where there is none of that hash, or it was used.</summary>
    public static bool UseRecovery(SqlSession sql, long person, string hash, Instant now) =>
        sql.Execute(
            "UPDATE recovery SET used = @2 WHERE person = @0 AND hash = @1 AND used IS NULL",
            person,
            hash,
            now.ToUnixTimeMilliseconds()
        ) == 1;

    /// <summary>How many recovery codes of a person were not used.</summary>
    public static int Left(SqlSession sql, long person) =>
        (int)sql.Rows("SELECT count(*) FROM recovery WHERE person = @0 AND used IS NULL", r => r.GetInt64(0), person).Single();

    /// <summary>Keeps a sign-in that waits for a code, and sweeps out those that ran out.</summary>
    public static void Challenge(SqlSession sql, string hash, long person, Instant now, Instant expires)
    {
        sql.Execute("DELETE FROM challenges WHERE expires <= @0", now.ToUnixTimeMilliseconds());
        sql.Execute("INSERT INTO challenges (hash, person, expires) VALUES (@0, @1, @2)", hash, person, expires.ToUnixTimeMilliseconds());
    }

    /// <summary>Whose sign-in waits under a hash; null where none does any more.</summary>
    public static long? Challenged(SqlSession sql, string hash, Instant now) =>
        sql.Rows(
                "SELECT person FROM challenges WHERE hash = @0 AND expires > @1",
                r => (long?)r.GetInt64(0),
                hash,
                now.ToUnixTimeMilliseconds()
            )
            .SingleOrDefault();

    /// <summary>Ends a sign-in that waits; false where it had ended.</summary>
    public static bool EndChallenge(SqlSession sql, string hash) => sql.Execute("DELETE FROM challenges WHERE hash = @0", hash) == 1;

    /// <summary>Ends all sign-ins of a person that wait.</summary>
    public static void EndChallenges(SqlSession sql, long person) => sql.Execute("DELETE FROM challenges WHERE person = @0", person);

    private static Row Read(DbDataReader r) =>
        new(r.GetString(0), r.IsDBNull(1) ? null : Instant.FromUnixTimeMilliseconds(r.GetInt64(1)), r.GetInt64(2));
}
