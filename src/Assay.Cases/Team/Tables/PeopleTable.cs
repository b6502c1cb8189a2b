using System.Data.Common;
using Assay.Cases.Store;
using NodaTime;

namespace Assay.Cases.Team.Tables;

/// <summary>The accounts.</summary>
internal static class PeopleTable
{
    private const string Columns = "id, name, owner, barred, created";

    /// <summary>All, by name.</summary>
    public static List<Person> All(SqlSession sql) => sql.Rows($"SELECT {Columns} FROM people ORDER BY key", Read);

    /// <summary>The person of a name, or null.</summary>
    public static Person? Named(SqlSession sql, string name) =>
        Person.Wrong(name) is not null
            ? null
            : sql.Rows($"SELECT {Columns} FROM people WHERE key = @0", Read, Person.Key(name)).SingleOrDefault();

    /// <summary>The person of a number, or null.</summary>
    public static Person? Of(SqlSession sql, long id) =>
        sql.Rows($"SELECT {Columns} FROM people WHERE id = @0", Read, id).SingleOrDefault();

    /// <summary>The hash of a person's password; null where there is no such person.</summary>
    public static string? Password(SqlSession sql, long person) =>
        sql.Rows("SELECT password FROM people WHERE id = @0", r => r.GetString(0), person).SingleOrDefault();

    /// <summary>True where the server has an owner who is not barred.</summary>
    public static bool HasOwner(SqlSession sql) =>
        sql.Rows("SELECT count(*) FROM people WHERE owner = 1 AND barred = 0", r => r.GetInt64(0)).Single() > 0;

    /// <summary>Makes an account.</summary>
    public static Person Add(SqlSession sql, string name, string password, bool isOwner, Instant now)
    {
        var id = sql.Rows(
                "INSERT INTO people (name, key, password, owner, barred, created) VALUES (@0, @1, @2, @3, 0, @4) RETURNING id",
                r => r.GetInt64(0),
                name,
                Person.Key(name),
                password,
                isOwner ? 1L : 0L,
                now.ToUnixTimeMilliseconds()
            )
            .Single();
        return new Person(id, name, isOwner, false, now);
    }

    /// <summary>Sets the hash of a person's password.</summary>
    public static void Set(SqlSession sql, long person, string password) =>
        sql.Execute("UPDATE people SET password = @1 WHERE id = @0", person, password);

    /// <summary>Closes an account, or opens it again.</summary>
    public static void Bar(SqlSession sql, long person, bool isBarred) =>
        sql.Execute("UPDATE people SET barred = @1 WHERE id = @0", person, isBarred ? 1L : 0L);

    /// <summary>Reads a row that begins with the columns of a person.</summary>
    public static Person Read(DbDataReader r) =>
        new(r.GetInt64(0), r.GetString(1), r.GetInt64(2) == 1, r.GetInt64(3) == 1, Instant.FromUnixTimeMilliseconds(r.GetInt64(4)));
}
