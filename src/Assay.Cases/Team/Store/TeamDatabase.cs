using System.Data;
using System.Data.Common;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Team.Store;

/// <summary>Where the people of a server are kept: one SQLite file, or one schema of a PostgreSQL database, apart from any case. Safe for
/// use by several threads and several programs at once; changes come one after another.</summary>
internal abstract class TeamDatabase : IDisposable
{
    /// <summary>What the store is called in messages.</summary>
    protected const string Name = "store of users";

    /// <summary>Where it is, safe to show.</summary>
    public abstract string Place { get; }

    /// <summary>Reads at one moment.</summary>
    public Result<T> Read<T>(Func<SqlSession, Result<T>> read) => Within(false, (sql, _) => read(sql));

    /// <summary>Changes: the whole of it is written, or, where it gives an error, nothing.</summary>
    public Result<T> Change<T>(Func<SqlSession, Result<T>> change) =>
        Within(
            true,
            (sql, transaction) =>
            {
                Lock(sql);
                var changed = change(sql);
                if (changed.Succeeded)
                    transaction.Commit();
                return changed;
            }
        );

    /// <summary>Closes what is open.</summary>
    public abstract void Dispose();

    /// <summary>Opens a connection.</summary>
    /// <exception cref="DbException">It cannot be opened.</exception>
    protected abstract DbConnection Connect();

    /// <summary>Begins a transaction.</summary>
    protected abstract DbTransaction Begin(DbConnection connection, bool isWriting);

    /// <summary>Waits until no other change goes on.</summary>
    protected abstract void Lock(SqlSession sql);

    /// <summary>What the database says, as an error.</summary>
    protected abstract Error Told(DbException said, bool isWriting);

    private Result<T> Within<T>(bool isWriting, Func<SqlSession, DbTransaction, Result<T>> work)
    {
        try
        {
            using var connection = Connect();
            using var transaction = Begin(connection, isWriting);
            return work(new SqlSession(transaction), transaction);
        }
        catch (DbException e)
        {
            return Told(e, isWriting);
        }
    }
}
