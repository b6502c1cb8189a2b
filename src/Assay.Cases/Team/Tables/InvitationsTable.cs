using Assay.Cases.Store;
using Assay.Cases.Wording;
using NodaTime;

namespace Assay.Cases.Team.Tables;

/// <summary>What a link that is handed out once is for.</summary>
internal enum InvitationPurpose
{
    /// <summary>To make the first owner of a server.</summary>
    SetUp,

    /// <summary>To become a member of a case.</summary>
    Join,

    /// <summary>To set a new password.</summary>
    Reset,
}

/// <summary>Links that are handed out once.</summary>
internal static class InvitationsTable
{
    private const string Columns = "id, purpose, place, role, person, inviter, expires";

    /// <summary>A link that can still be used.</summary>
    public sealed record Row(
        long Id,
        InvitationPurpose Purpose,
        string? Case,
        CaseRole? Role,
        long? Person,
        long? Inviter,
        Instant Expires
    );

    /// <summary>The link of a hash that was not used and has not run out; null where there is none.</summary>
    public static Row? Open(SqlSession sql, string hash, Instant now) =>
        sql.Rows(
                $"SELECT {Columns} FROM invitations WHERE hash = @0 AND used IS NULL AND expires > @1",
                Read,
                hash,
                now.ToUnixTimeMilliseconds()
            )
            .SingleOrDefault();

    /// <summary>The links to a case that can still be used.</summary>
    public static List<Row> To(SqlSession sql, string @case, Instant now) =>
        sql.Rows(
            $"SELECT {Columns} FROM invitations WHERE place = @0 AND used IS NULL AND expires > @1 ORDER BY id",
            Read,
            @case,
            now.ToUnixTimeMilliseconds()
        );

    /// <summary>Keeps a link.</summary>
    public static void Add(SqlSession sql, string hash, Row row, Instant now) =>
        sql.Insert(
            "invitations (hash, purpose, place, role, person, inviter, created, expires)",
            [
                [
                    hash,
                    EnumNames.Of(row.Purpose),
                    row.Case,
                    row.Role is { } role ? EnumNames.Of(role) : null,
                    row.Person,
                    row.Inviter,
                    now.ToUnixTimeMilliseconds(),
                    row.Expires.ToUnixTimeMilliseconds(),
                ],
            ]
        );

    /// <summary>Uses a link up; false where somebody else was quicker.</summary>
    public static bool Use(SqlSession sql, long id, Instant now) =>
        sql.Execute("UPDATE invitations SET used = @1 WHERE id = @0 AND used IS NULL", id, now.ToUnixTimeMilliseconds()) == 1;

    /// <summary>Makes links of a purpose void, all of them or those for one person.</summary>
    public static void Void(SqlSession sql, InvitationPurpose purpose, long? person, Instant now) =>
        sql.Execute(
            "UPDATE invitations SET used = @1 WHERE used IS NULL AND purpose = @0 AND (person = @2 OR person IS NULL)",
            EnumNames.Of(purpose),
            now.ToUnixTimeMilliseconds(),
            person ?? 0L
        );

    /// <summary>Makes the links to a case void, all of them or the one of a number.</summary>
    public static int Void(SqlSession sql, string @case, long? id, Instant now) =>
        sql.Execute(
            "UPDATE invitations SET used = @1 WHERE used IS NULL AND place = @0 AND (id = @2 OR @2 = 0)",
            @case,
            now.ToUnixTimeMilliseconds(),
            id ?? 0L
        );

    private static Row Read(System.Data.Common.DbDataReader r) =>
        new(
            r.GetInt64(0),
            Enum.Parse<InvitationPurpose>(r.GetString(1), ignoreCase: true),
            r.IsDBNull(2) ? null : r.GetString(2),
            r.IsDBNull(3) ? null : Enum.Parse<CaseRole>(r.GetString(3), ignoreCase: true),
            r.IsDBNull(4) ? null : r.GetInt64(4),
            r.IsDBNull(5) ? null : r.GetInt64(5),
            Instant.FromUnixTimeMilliseconds(r.GetInt64(6))
        );
}
