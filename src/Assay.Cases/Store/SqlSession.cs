using System.Data.Common;
using System.Text;

namespace Assay.Cases.Store;

/// <summary>SQL within one transaction. Parameters are <c>@0</c>, <c>@1</c>, ...; what both databases understand.</summary>
/// <param name="transaction">The transaction.</param>
internal sealed class SqlSession(DbTransaction transaction)
{
    private const int RowsAtOnce = 100;

    /// <summary>Runs a statement and tells how many rows it changed.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        return command.ExecuteNonQuery();
    }

    /// <summary>The rows of a query.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="row">Reads one row.</param>
    /// <param name="values">The values of its parameters.</param>
    public List<T> Rows<T>(string sql, Func<DbDataReader, T> row, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    /// <summary>Goes through the rows of a query one by one, keeping none.</summary>
    public void Each(string sql, Action<DbDataReader> row, params ReadOnlySpan<object?> values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        while (reader.Read())
            row(reader);
    }

    /// <summary>Puts in rows, many at a time.</summary>
    /// <param name="table">The table with its columns: <c>drafts (drafter, item)</c>.</param>
    /// <param name="rows">The values, a row each, all of one length.</param>
    /// <param name="end">What follows the values: <c>ON CONFLICT ...</c>, or nothing.</param>
    public void Insert(string table, IEnumerable<object?[]> rows, string end = "")
    {
        foreach (var chunk in rows.Chunk(RowsAtOnce))
        {
            var sql = new StringBuilder($"INSERT INTO {table} VALUES ");
            var at = 0;
            foreach (var row in chunk)
            {
                sql.Append(at == 0 ? "(" : ", (").AppendJoin(", ", row.Select((_, i) => $"@{at + i}")).Append(')');
                at += row.Length;
            }

            Execute(sql.Append(' ').Append(end).ToString(), [.. chunk.SelectMany(r => r)]);
        }
    }

    private DbCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@{i}";
            parameter.Value = values[i] ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
