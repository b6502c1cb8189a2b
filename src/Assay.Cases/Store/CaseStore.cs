using System.Data;
using System.Data.Common;
using Assay.Cases.Journal;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Store;

/// <summary>
/// Where a case lies: one SQLite file, or one schema of a PostgreSQL database. Safe for use by several threads and several programs at
/// once: changes come one after another, and what is read is the case at one moment.
/// </summary>
public abstract class CaseStore : IDisposable
{
    /// <summary>Where it is, safe to show: no password is in it.</summary>
    public abstract string Place { get; }

    /// <summary>Reads the case as it is at one moment.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="read">Reads it.</param>
    /// <returns>What was read, or why the store cannot be read.</returns>
    public Result<T> Read<T>(Func<CaseReader, Result<T>> read) => Within(ReadLevel, false, (session, _) => read(new CaseReader(session)));

    /// <summary>Changes the case: the whole of it is written, with its entries of the journal, or nothing.</summary>
    /// <typeparam name="T">What the change gives.</typeparam>
    /// <param name="change">Makes the change; where it gives an error, nothing is written.</param>
    /// <returns>What the change gives, once it is safely written; or the error.</returns>
    public Result<T> Change<T>(Func<CaseWriter, Result<T>> change) =>
        Within(
            IsolationLevel.Unspecified,
            true,
            (session, transaction) =>
            {
                Lock(session);
                var changed = change(new CaseWriter(session));
                if (changed.Succeeded)
                    transaction.Commit();
                return changed;
            }
        );

    /// <summary>Whether the end of the journal holds: the last entry has the hash of its content, and is the one that the store names as
    /// its head.</summary>
    /// <returns>The head, or what is wrong with it.</returns>
    public Result<CaseHead> VerifyHead() =>
        Read<CaseHead>(reader =>
        {
            var (head, last) = (reader.Head(), reader.LastEntry());
            if (head is null || last is null)
                return Broken("The journal is empty");
            if (head.Sequence != last.Sequence || head.Hash != last.Hash)
                return Broken($"The journal ends with entry {last.Sequence}, and the case says that it ends with entry {head.Sequence}");
            return last.Read() is { } entry && entry.Hash == head.Hash && entry.Sequence == head.Sequence
                ? head
                : Broken($"Entry {last.Sequence}, the last of the journal, is not the one that was written");
        });

    /// <summary>What the database itself finds damaged, a sentence each.</summary>
    internal virtual IEnumerable<string> Damage(CaseReader reader) => [];

    /// <summary>Closes what is open.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what is open.</summary>
    /// <param name="disposing">True.</param>
    protected virtual void Dispose(bool disposing) { }

    /// <summary>How reading is kept apart from changes that go on.</summary>
    private protected abstract IsolationLevel ReadLevel { get; }

    /// <summary>Opens a connection.</summary>
    /// <exception cref="DbException">It cannot be opened.</exception>
    private protected abstract DbConnection Connect();

    /// <summary>Begins a transaction.</summary>
    private protected abstract DbTransaction Begin(DbConnection connection, IsolationLevel level, bool isWriting);

    /// <summary>Waits until no other change goes on.</summary>
    private protected abstract void Lock(SqlSession session);

    /// <summary>What the database says, as an error.</summary>
    private protected abstract Error Told(DbException said, bool isWriting);

    private protected Result<T> Within<T>(IsolationLevel level, bool isWriting, Func<SqlSession, DbTransaction, Result<T>> work)
    {
        try
        {
            using var connection = Connect();
            using var transaction = Begin(connection, level, isWriting);
            return work(new SqlSession(transaction), transaction);
        }
        catch (DbException e)
        {
            return Told(e, isWriting);
        }
    }

    private Error Broken(string what) =>
        new(
            ErrorKind.Input,
            $"{what}: this case was changed by something else than Assay.",
            "'assay case verify' finds every place that does not hold; take the last good copy or export.",
            new Location(Place)
        );
}
