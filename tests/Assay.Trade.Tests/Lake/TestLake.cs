using System.Globalization;
using Assay.Ground.Outcomes;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Import;
using Assay.Trade.Lake;

namespace Assay.Trade.Tests.Lake;

/// <summary>A lake in a folder of its own that is deleted afterwards, and small files to import into it.</summary>
internal sealed class TestLake : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("assay-lake-").FullName;

    public string Folder => Path.Combine(root, "lake");

    public string Write(string name, string text)
    {
        var path = Path.Combine(root, name);
        File.WriteAllText(path, text);
        return path;
    }

    public Result<ImportReply> TryImport(
        string path,
        TradeMapping? mapping = null,
        DateOnly? extracted = null,
        CancellationToken cancel = default
    ) =>
        new ImportTrade(TimeProvider.System).Run(
            new ImportRequest(path, Folder) { Mapping = mapping, Extracted = extracted },
            null,
            cancel
        );

    public ImportReply Import(string path, TradeMapping? mapping = null, DateOnly? extracted = null)
    {
        var reply = TryImport(path, mapping, extracted, TestContext.Current.CancellationToken);
        Assert.True(reply.Succeeded, reply.Error?.ToString());
        return reply.Value;
    }

    public ImportReply Import(string name, string text) => Import(Write(name, text));

    public TradeLake Open() => TradeLake.Open(Folder).Value;

    public double Number(string sql) => Convert.ToDouble(Query(sql), CultureInfo.InvariantCulture);

    public string Text(string sql) => Convert.ToString(Query(sql), CultureInfo.InvariantCulture)!;

    public void Dispose() => Directory.Delete(root, recursive: true);

    private object? Query(string sql)
    {
        using var lake = Open();
        using var command = lake.Connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
