using Assay.Cases.Store;
using Assay.Cases.Wording;
using NodaTime;

namespace Assay.Cases.Team.Tables;

/// <summary>Tokens of the HTTP API.</summary>
internal static class TokensTable
{
    /// <summary>Whose a token is and what it is good for; null where it is none that counts.</summary>
    public static (long Person, TokenScope Scope)? Of(SqlSession sql, string hash, Instant now) =>
        sql.Rows(
            "SELECT person, scope FROM tokens WHERE hash = @0 AND revoked IS NULL AND expires > @1",
            r => (r.GetInt64(0), Scope(r.GetString(1))),
            hash,
            now.ToUnixTimeMilliseconds()
        )
            is [var found]
            ? found
            : null;

    /// <summary>The tokens of a person, the newest first.</summary>
    public static List<TokenEntry> By(SqlSession sql, long person) =>
        sql.Rows(
            "SELECT id, label, scope, created, expires, revoked FROM tokens WHERE person = @0 ORDER BY id DESC",
            r => new TokenEntry(
                r.GetInt64(0),
                r.GetString(1),
                Scope(r.GetString(2)),
                Instant.FromUnixTimeMilliseconds(r.GetInt64(3)),
                Instant.FromUnixTimeMilliseconds(r.GetInt64(4)),
                !r.IsDBNull(5)
            ),
            person
        );

    /// <summary>Keeps a token.</summary>
    public static void Add(SqlSession sql, string hash, long person, TokenEntry token) =>
        sql.Insert(
            "tokens (hash, person, label, scope, created, expires)",
            [
                [
                    hash,
                    person,
                    token.Label,
                    EnumNames.Of(token.Scope),
                    token.Created.ToUnixTimeMilliseconds(),
                    token.Expires.ToUnixTimeMilliseconds(),
                ],
            ]
        );

    /// <summary>Takes a token back; false where the person has none of that number.</summary>
    public static bool Revoke(SqlSession sql, long person, long id, Instant now) =>
        sql.Execute(
            "UPDATE tokens SET revoked = @2 WHERE person = @0 AND id = @1 AND revoked IS NULL",
            person,
            id,
            now.ToUnixTimeMilliseconds()
        ) == 1;

    /// <summary>Takes all tokens of a person back.</summary>
    public static void RevokeAll(SqlSession sql, long person, Instant now) =>
        sql.Execute("UPDATE tokens SET revoked = @1 WHERE person = @0 AND revoked IS NULL", person, now.ToUnixTimeMilliseconds());

    private static TokenScope Scope(string name) => Enum.Parse<TokenScope>(name, ignoreCase: true);
}
