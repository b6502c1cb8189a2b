using Assay.Ground.Outcomes;
using Assay.Trade.Lake;
using Assay.Trade.Sql;
using DuckDB.NET.Data;

namespace Assay.Trade.Import;

/// <summary>What became of the rows of a staged file.</summary>
/// <param name="RowsIn">Rows found, refused lines included.</param>
/// <param name="Kept">Rows that go into the lake.</param>
/// <param name="LeftOut">Left out by rule.</param>
/// <param name="Refused">Refused.</param>
/// <param name="Repaired">Repaired and kept.</param>
internal sealed record StageCounts(
    long RowsIn,
    long Kept,
    IReadOnlyList<RowCount> LeftOut,
    IReadOnlyList<RowCount> Refused,
    IReadOnlyList<RowCount> Repaired
);

/// <summary>Counts the rows of a staged file by what became of them.</summary>
internal sealed class StageReport(DuckDBConnection connection, string stage, string name)
{
    /// <summary>The counts, or an error where nothing at all could be kept.</summary>
    public Result<StageCounts> Read()
    {
        var staged = Scalar($"SELECT count(*)::BIGINT FROM {stage}");
        var refused = Lines();
        var rejected = Scalar("SELECT count(DISTINCT (scan_id, line))::BIGINT FROM reject_errors");
        var leftOut = new List<RowCount>();
        var repaired = new List<RowCount>();
        Marks(refused, leftOut, repaired);
        var kept = staged - refused.Where(r => !r.IsLine).Sum(r => r.Count.Rows) - leftOut.Sum(r => r.Rows);
        var counts = refused.ConvertAll(r => r.Count);
        if (kept > 0)
            return new StageCounts(staged + rejected, kept, leftOut, counts, repaired);

        var why = counts.Concat(leftOut).MaxBy(r => r.Rows);
        return new Error(
            ErrorKind.Input,
            why is null
                ? "The file has a header and no rows."
                : $"None of the {staged + rejected} rows could be used; most often {why.Reason}.",
            why is null ? "Check the download." : $"For example: {(why.Examples.Count > 0 ? why.Examples[0] : "")}.{Then(why.Reason)}",
            new Location(name)
        );
    }

    private static string Then(string reason) =>
        reason.StartsWith("the partner is unknown", StringComparison.Ordinal)
        || reason.StartsWith("the reporter is unknown", StringComparison.Ordinal)
            ? " Say which country it is in a mapping: \"names\": { \"NAME OF THE FILE\": \"KZ\" }, and add --mapping FILE."
        : reason.StartsWith("the flow is none", StringComparison.Ordinal)
            ? " Say what the word means in a mapping: \"flows\": { \"WORD OF THE FILE\": \"X\" }, and add --mapping FILE."
        : reason == "the product code is not one of CN or HS"
            ? " Names of goods are no codes: download the table with codes, or where it holds one product say which (--set product=870323)."
        : "";

    private List<(RowCount Count, bool IsLine)> Lines()
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqlText.Load("Lake.rejects.sql");
        using var reader = command.ExecuteReader();
        var counts = new List<(RowCount, bool)>();
        while (reader.Read())
        {
            var (type, column) = (reader.GetString(0), reader.GetString(1));
            var comma = !reader.IsDBNull(5) && reader.GetBoolean(5);
            var reason = type switch
            {
                "CAST" when comma => $"a number with a decimal comma in column {column}",
                "CAST" => $"column {column} is not a number",
                "MISSING COLUMNS" => "the line has too few columns",
                "TOO MANY COLUMNS" => "the line has too many columns",
                "UNQUOTED VALUE" => "a quoted value does not end",
                _ => type.ToLowerInvariant().Replace('_', ' '),
            };
            counts.Add((new RowCount(reason, reader.GetInt64(2), Texts(reader.GetValue(3))), true));
        }

        return counts;
    }

    private void Marks(List<(RowCount, bool)> refused, List<RowCount> leftOut, List<RowCount> repaired)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SqlText.Load("Lake.stage-counts.sql", ("stage", stage));
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var (refusal, left, repair) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
            var count = new RowCount(refusal + left, reader.GetInt64(3), Texts(reader.GetValue(4)));
            if (refusal.Length > 0)
                refused.Add((count, false));
            else if (left.Length > 0)
                leftOut.Add(count);
            else
                repaired.Add(count with { Reason = repair });
        }
    }

    private static IReadOnlyList<string> Texts(object list) =>
        [.. ((System.Collections.IEnumerable)list).Cast<object?>().Select(t => t?.ToString() ?? "")];

    private long Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
