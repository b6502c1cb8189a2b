using System.Text;
using System.Text.Json;
using Assay.Ground.Outcomes;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Lake;
using Assay.Trade.Scanning;

namespace Assay.Trade.Tests.Lake;

/// <summary>Names, bits and neighbours that would make a lake say what was not imported.</summary>
public sealed class FalsifiedLakeTests
{
    private const string Header = "product,reporter,partner,month,flow,value_eur\n";
    private const string One = Header + "854231,AT,KG,2022-01,EXPORT,100\n";

    [Theory]
    [InlineData("reporter=FR", "i.csv")]
    [InlineData("partner=US", "i.csv")]
    [InlineData("value=1", "i.csv")]
    [InlineData("{columns}", "{source}.csv")]
    [InlineData("{stage}", "{csv}{raw}.csv")]
    [InlineData("a[1]*?", "b[1].csv")]
    [InlineData("it's", "o'clock.csv")]
    public void Names_of_folders_and_files_are_names(string folder, string file)
    {
        using var lake = new TestLake();
        var directory = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(lake.Folder)!, folder)).FullName;
        File.WriteAllText(Path.Combine(directory, file), One);
        File.WriteAllText(
            Path.Combine(directory, file.Replace("[1]", "1", StringComparison.Ordinal) + "x"),
            One.Replace("100", "999", StringComparison.Ordinal)
        );
        File.WriteAllText(Path.Combine(directory, "b1.csv"), One.Replace("100", "999", StringComparison.Ordinal));
        var there = Path.Combine(directory, "lake");
        var reply = new Assay.Trade.Import.ImportTrade(TimeProvider.System).Run(
            new Assay.Trade.Import.ImportRequest(Path.Combine(directory, file), there),
            null,
            TestContext.Current.CancellationToken
        );
        Assert.True(reply.Succeeded, reply.Error?.ToString());
        using var opened = TradeLake.Open(there).Value;
        using var columns = LakeColumns.Open(opened);
        var rows = new List<(string, string, double)>();
        foreach (var s in columns.Segments)
            columns.Read(s, (_, j, v, _) => rows.Add((columns.Reporters[s.Reporter], columns.Partners[j], v)));
        Assert.Equal([("AT", "KG", 100.0)], rows);
    }

    // Whoever changes a provenance can seal it anew; it still names no other file and no path.
    [Theory]
    [InlineData("../../elsewhere")]
    [InlineData("")]
    public void A_provenance_that_names_a_path_is_refused_though_it_is_sealed(string name)
    {
        using var lake = new TestLake();
        lake.Import("x.csv", One);
        var path = Directory.GetFiles(Path.Combine(lake.Folder, "provenance"), "*.json").Single();
        var file = JsonSerializer.Deserialize(File.ReadAllText(path), LakeJson.Default.FileProvenance)!;
        var sealedAnew = JsonSerializer.Serialize(LakeSeal.Sealed(file with { Sha256 = name }), LakeJson.Default.FileProvenance);
        var elsewhere = Path.Combine(lake.Folder, "trade", name + ".parquet");
        if (name.Length > 0)
            File.Copy(Path.Combine(lake.Folder, "trade", file.Sha256 + ".parquet"), elsewhere);
        File.Delete(path);
        File.WriteAllText(Path.Combine(lake.Folder, "provenance", Path.GetFileName(name) + ".json"), sealedAnew);
        Assert.Contains("not as the import wrote it", TradeLake.Open(lake.Folder).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_provenance_under_another_name_does_not_count_a_file_twice()
    {
        using var lake = new TestLake();
        lake.Import("x.csv", One);
        var path = Directory.GetFiles(Path.Combine(lake.Folder, "provenance"), "*.json").Single();
        File.Copy(path, Path.Combine(lake.Folder, "provenance", new string('a', 64) + ".json"));
        Assert.Contains("not as the import wrote it", TradeLake.Open(lake.Folder).Error!.Message, StringComparison.Ordinal);
    }

    // The name of the file is right and what it calls itself is no hash: only that tells.
    [Fact]
    public void A_provenance_that_calls_itself_no_hash_is_refused()
    {
        using var lake = new TestLake();
        lake.Import("x.csv", One);
        var path = Directory.GetFiles(Path.Combine(lake.Folder, "provenance"), "*.json").Single();
        var file = JsonSerializer.Deserialize(File.ReadAllText(path), LakeJson.Default.FileProvenance)!;
        var named = LakeSeal.Sealed(file with { Sha256 = "plain" });
        File.Copy(Path.Combine(lake.Folder, "trade", file.Sha256 + ".parquet"), Path.Combine(lake.Folder, "trade", "plain.parquet"));
        File.Delete(path);
        File.WriteAllText(
            Path.Combine(lake.Folder, "provenance", "plain.json"),
            JsonSerializer.Serialize(named, LakeJson.Default.FileProvenance)
        );
        Assert.Contains("not as the import wrote it", TradeLake.Open(lake.Folder).Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("trade", "*.parquet")]
    [InlineData("coverage", "*.parquet")]
    [InlineData("provenance", "*.json")]
    public void A_lake_is_refused_when_a_bit_of_it_has_turned(string folder, string pattern)
    {
        using var lake = new TestLake();
        lake.Import("x.csv", One);
        var path = Directory.GetFiles(Path.Combine(lake.Folder, folder), pattern).Single();
        var bytes = File.ReadAllBytes(path);
        for (var at = 0; at < bytes.Length; at += Math.Max(1, bytes.Length / 25))
        {
            bytes[at] ^= 2;
            File.WriteAllBytes(path, bytes);
            var opened = TradeLake.Open(lake.Folder);
            Assert.False(opened.Succeeded, $"{folder}, byte {at}");
            Assert.Equal(ErrorKind.Input, opened.Error.Kind);
            Assert.Contains("import the original file again", opened.Error.Hint, StringComparison.Ordinal);
            bytes[at] ^= 2;
        }

        File.WriteAllBytes(path, bytes);
        Assert.True(TradeLake.Open(lake.Folder).Succeeded);
    }

    [Fact]
    public void A_provenance_cannot_point_out_of_the_lake()
    {
        using var lake = new TestLake();
        var sha = lake.Import("x.csv", One).Provenance.Sha256;
        var path = Path.Combine(lake.Folder, "provenance", sha + ".json");
        File.WriteAllText(path, File.ReadAllText(path).Replace(sha, "../../elsewhere", StringComparison.Ordinal));
        Assert.Contains("not as the import wrote it", TradeLake.Open(lake.Folder).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_column_store_is_made_anew()
    {
        using var lake = new TestLake();
        lake.Import("x.csv", One);
        using (var opened = lake.Open())
            LakeColumns.Open(opened).Dispose();
        var path = Path.Combine(lake.Folder, "columns", "columns.bin");
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, [.. bytes[..^20], (byte)(bytes[^20] ^ 1), .. bytes[^19..]]);
        using (var opened = lake.Open())
            LakeColumns.Open(opened).Dispose();
        Assert.Equal(bytes, File.ReadAllBytes(path));
    }

    [Fact]
    public void Rows_that_are_not_needed_are_not_read_but_are_checked_when_they_are()
    {
        using var lake = new TestLake();
        lake.Import("x.csv", One);
        var trade = Directory.GetFiles(Path.Combine(lake.Folder, "trade")).Single();
        File.WriteAllBytes(trade, [.. File.ReadAllBytes(trade).Reverse()]);
        using var opened = TradeLake.OpenUnchecked(lake.Folder).Value;
        Assert.Contains(
            "not those that were imported",
            LakeColumns.TryOpen(opened, TestContext.Current.CancellationToken).Error!.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("nan")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("1e309")]
    public void A_number_that_is_not_finite_is_a_refused_row(string number)
    {
        using var lake = new TestLake();
        var reply = lake.Import("x.csv", One + $"854231,AT,KG,2022-02,EXPORT,{number}\n");
        Assert.Equal((1, 1), (reply.Provenance.RowsKept, reply.Provenance.RowsRefused));
        var bulk = lake.Import(
            "x.dat",
            "REPORTER,PARTNER,TRADE_TYPE,PRODUCT_NC,FLOW,SUPPL_UNIT,PERIOD,VALUE_EUR,QUANTITY_KG,QUANTITY_SUPPL_UNIT\n"
                + $"AT,KG,E,35069190,2,NO_SU,202402,65,3,0\nAT,KG,E,35069190,2,NO_SU,202403,{number},3,0\nAT,KG,E,35069190,2,NO_SU,202404,5,{number},0\n"
        );
        Assert.Equal((1, 2), (bulk.Provenance.RowsKept, bulk.Provenance.RowsRefused));
    }

    [Fact]
    public void A_point_that_may_part_thousands_is_asked_about()
    {
        using var lake = new TestLake();
        var path = lake.Write("x.csv", "product;reporter;partner;month;flow;value_eur\n854231;AT;KG;2022-01;EXPORT;1.000\n");
        var error = lake.TryImport(path, cancel: TestContext.Current.CancellationToken).Error!;
        Assert.Contains("'1.000' may be 1000 or 1 and a fraction", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Said(path, "."));
        Assert.Equal(1000, Said(path, ","));
        // one number that can only be a decimal settles it
        Assert.True(
            lake.TryImport(
                lake.Write("y.csv", File.ReadAllText(path) + "854231;AT;KG;2022-02;EXPORT;12.5\n"),
                cancel: TestContext.Current.CancellationToken
            ).Succeeded
        );
    }

    [Fact]
    public void Texts_in_other_encodings_are_read_and_damaged_ones_refused()
    {
        const string Text = Header + "854231,AT,Côte d'Ivoire,2022-01,EXPORT,100\n";
        foreach (var encoding in new[] { Encoding.Latin1, Encoding.Unicode, Encoding.BigEndianUnicode, new UTF8Encoding(true) })
        {
            using var lake = new TestLake();
            var path = lake.Write("x.csv", "");
            File.WriteAllBytes(path, [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)]);
            lake.Import(path);
            Assert.Equal("CI", lake.Text("SELECT partner FROM observations"));
        }

        using var damaged = new TestLake();
        var bad = damaged.Write("x.csv", "");
        File.WriteAllBytes(bad, [.. Encoding.UTF8.GetBytes(Text + Text[Header.Length..]), 0xC3, (byte)'\n']);
        Assert.Contains(
            "UTF-8 with damaged characters",
            damaged.TryImport(bad, cancel: TestContext.Current.CancellationToken).Error!.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_lake_that_cannot_be_made_is_said_with_the_kind_of_an_output()
    {
        using var lake = new TestLake();
        var file = lake.Write("x.csv", One);
        var error = new Assay.Trade.Import.ImportTrade(TimeProvider.System)
            .Run(new Assay.Trade.Import.ImportRequest(file, Path.Combine(file, "lake")), null, TestContext.Current.CancellationToken)
            .Error!;
        Assert.Equal(ErrorKind.Output, error.Kind);
    }

    [Fact]
    public void What_a_killed_import_left_is_removed_and_what_a_running_one_uses_is_not()
    {
        using var lake = new TestLake();
        var left = Directory.CreateDirectory(Path.Combine(lake.Folder, "incoming", "left")).FullName;
        var used = Directory.CreateDirectory(Path.Combine(lake.Folder, "incoming", "used")).FullName;
        File.WriteAllText(Path.Combine(left, "raw.parquet"), "half");
        using (LakeLock.Try(Path.Combine(used, "lock")))
            lake.Import("x.csv", One);
        Assert.False(Directory.Exists(left));
        Assert.True(Directory.Exists(used));
    }

    [Fact]
    public void Two_imports_at_once_number_their_files_apart()
    {
        using var lake = new TestLake();
        var files = Enumerable
            .Range(1, 6)
            .Select(i => lake.Write($"{i}.csv", One.Replace("100", $"{i}", StringComparison.Ordinal)))
            .ToList();
        Parallel.ForEach(files, file => Assert.True(lake.TryImport(file, cancel: TestContext.Current.CancellationToken).Succeeded));
        using var opened = lake.Open();
        Assert.Equal([1, 2, 3, 4, 5, 6], opened.Files.Select(f => f.Sequence));
    }

    private static double Said(string path, string mark)
    {
        using var lake = new TestLake();
        lake.Import(path, new TradeMapping { Decimal = mark, DecimalSaid = true });
        return lake.Number("SELECT value FROM observations");
    }
}
