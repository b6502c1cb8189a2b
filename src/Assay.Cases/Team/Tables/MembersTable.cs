using Assay.Cases.Store;
using Assay.Cases.Wording;

namespace Assay.Cases.Team.Tables;

/// <summary>Who is a member of which case.</summary>
internal static class MembersTable
{
    /// <summary>What a person is in a case; null where nothing.</summary>
    public static CaseRole? Role(SqlSession sql, string @case, long person) =>
        sql.Rows("SELECT role FROM members WHERE place = @0 AND person = @1", r => Role(r.GetString(0)), @case, person) is [var role]
            ? role
            : null;

    /// <summary>What a person is in each case.</summary>
    public static Dictionary<string, CaseRole> Of(SqlSession sql, long person) =>
        sql.Rows("SELECT place, role FROM members WHERE person = @0", r => (r.GetString(0), Role(r.GetString(1))), person)
            .ToDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal);

    /// <summary>The members of a case, by name.</summary>
    public static List<Member> In(SqlSession sql, string @case) =>
        sql.Rows(
            "SELECT p.name, m.role FROM members m JOIN people p ON p.id = m.person WHERE m.place = @0 ORDER BY p.key",
            r => new Member(r.GetString(0), Role(r.GetString(1))),
            @case
        );

    /// <summary>The cases that have a member whose account is open.</summary>
    public static HashSet<string> Kept(SqlSession sql) =>
        [
            .. sql.Rows(
                "SELECT DISTINCT m.place FROM members m JOIN people p ON p.id = m.person WHERE p.barred = 0 AND m.role = 'owner'",
                r => r.GetString(0)
            ),
        ];

    /// <summary>Makes somebody a member, or gives a member another role.</summary>
    public static void Set(SqlSession sql, string @case, long person, CaseRole role) =>
        sql.Insert(
            "members (place, person, role)",
            [
                [@case, person, EnumNames.Of(role)],
            ],
            "ON CONFLICT (place, person) DO UPDATE SET role = excluded.role"
        );

    /// <summary>Takes a member out.</summary>
    public static void Remove(SqlSession sql, string @case, long person) =>
        sql.Execute("DELETE FROM members WHERE place = @0 AND person = @1", @case, person);

    /// <summary>Takes all members out.</summary>
    public static void Clear(SqlSession sql, string @case) => sql.Execute("DELETE FROM members WHERE place = @0", @case);

    private static CaseRole Role(string name) => Enum.Parse<CaseRole>(name, ignoreCase: true);
}
