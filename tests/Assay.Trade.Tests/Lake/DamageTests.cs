using System.Globalization;
using System.IO.Compression;
using Assay.Ground.Outcomes;
using Assay.Trade.Import;
using MiniExcelLibs;

namespace Assay.Trade.Tests.Lake;

/// <summary>Files of every packed format with a bit turned or an end cut off: each is refused, or read as if it were whole.</summary>
public sealed class DamageTests
{
    private const int Flips = 48;
    private const int Cuts = 12;
    private const double Sum = 20_100;
    private const int Rows = 200;

    [Theory]
    [InlineData("gz")]
    [InlineData("zip")]
    [InlineData("xlsx")]
    [InlineData("7z")]
    [InlineData("json")]
    public void A_damaged_file_is_refused_or_read_right(string format)
    {
        using var lake = new TestLake();
        var whole = Whole(lake, format);
        var (refused, right) = (0, 0);
        foreach (var (bytes, name) in Damaged(whole, format))
        {
            using var fresh = new TestLake();
            var path = fresh.Write(name, "");
            File.WriteAllBytes(path, bytes);
            var reply = fresh.TryImport(path, extracted: new DateOnly(2024, 1, 1), cancel: TestContext.Current.CancellationToken);
            if (reply.Succeeded)
            {
                right++;
                var read = reply.Value.Provenance;
                var sum = fresh.Number("SELECT sum(value) FROM observations");
                var (rows, total) = format == "7z" ? (2, 350.0) : (Rows, Sum);
                Assert.True((read.RowsKept, sum) == (rows, total), $"{name}: {read.RowsKept} rows, sum {sum}");
            }
            else
            {
                refused++;
                Assert.True(reply.Error.Kind == ErrorKind.Input, $"{name}: {reply.Error}");
                Assert.NotEmpty(reply.Error.Hint);
            }
        }

        Assert.Equal(Damaged(whole, format).Count(), refused + right);
        Assert.True(refused > right, $"{refused} refused, {right} read");
    }

    // Unpackers give what every part of a gzip holds, and its last checksum is that of the last part alone.
    [Fact]
    public void A_gzip_whose_checksum_is_not_that_of_what_it_unfolds_to_is_refused()
    {
        using var lake = new TestLake();
        var path = lake.Write("parts.csv.gz", "");
        using (var file = File.Create(path))
            foreach (
                var part in (string[])
                    ["reporter,partner,flow,product,period,value\nAT,KG,X,854231,2022-03,5\n", "AT,KG,X,854231,2022-04,7\n"]
            )
            {
                using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
                gzip.Write(System.Text.Encoding.UTF8.GetBytes(part));
            }

        var error = lake.TryImport(path, cancel: TestContext.Current.CancellationToken).Error!;
        Assert.Contains("its checksum differs", error.Message, StringComparison.Ordinal);
        Assert.False(
            Directory.Exists(Path.Combine(lake.Folder, "provenance"))
                && Directory.EnumerateFiles(Path.Combine(lake.Folder, "provenance")).Any()
        );
    }

    // The archive is whole and says of its file another checksum than that of what is in it.
    [Fact]
    public void A_7z_whose_checksum_is_not_that_of_what_it_unfolds_to_is_refused()
    {
        using var lake = new TestLake();
        var bytes = Convert.FromBase64String(BadInputTests.OneFile);
        byte[] stated = [0xF9, 0xFD, 0x22, 0x97];
        var at = bytes.AsSpan().LastIndexOf(stated);
        Assert.True(at > 0);
        bytes[at] ^= 1;
        var header = bytes.AsSpan(32 + (int)BitConverter.ToInt64(bytes, 12), (int)BitConverter.ToInt64(bytes, 20));
        System.IO.Hashing.Crc32.Hash(header).CopyTo(bytes.AsSpan(28));
        System.IO.Hashing.Crc32.Hash(bytes.AsSpan(12, 20)).CopyTo(bytes.AsSpan(8));
        var path = lake.Write("other.7z", "");
        File.WriteAllBytes(path, bytes);
        var reply = lake.TryImport(path, cancel: TestContext.Current.CancellationToken);
        Assert.False(reply.Succeeded);
        Assert.Contains("cannot be read", reply.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_unfolds_too_far_is_refused()
    {
        using var lake = new TestLake();
        var path = lake.Write("zeros.csv.gz", "");
        using (var gzip = new GZipStream(File.Create(path), CompressionLevel.SmallestSize))
            for (var mb = 0; mb < 330; mb++)
                gzip.Write(new byte[1 << 20]);
        var error = lake.TryImport(path, cancel: TestContext.Current.CancellationToken).Error!;
        Assert.Contains("unfolds to more than", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_grows_with_the_packed_size() => Assert.Equal((256L << 20) + 100_000, Expansion.Limit(1000));

    private static IEnumerable<(byte[] Bytes, string Name)> Damaged(byte[] whole, string format)
    {
        // text has no checksum: of JSON only what is cut can be told
        var flips = format == "json" ? 0 : Flips;
        for (var i = 0; i < flips; i++)
        {
            var at = i * whole.Length / flips;
            byte[] bytes = [.. whole];
            bytes[at] ^= (byte)(1 << (i % 8));
            yield return (bytes, $"flip{at}.{format}");
        }

        for (var i = 1; i <= Cuts; i++)
            yield return (whole[..(whole.Length * i / (Cuts + 1))], $"cut{i}.{format}");
    }

    private static byte[] Whole(TestLake lake, string format)
    {
        var path = lake.Write("whole", "");
        switch (format)
        {
            case "gz":
                using (var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal))
                using (var writer = new StreamWriter(gzip))
                    writer.Write(Csv());
                break;
            case "zip":
                using (var zip = ZipFile.Open(path + ".zip", ZipArchiveMode.Create))
                using (var writer = new StreamWriter(zip.CreateEntry("a.csv").Open()))
                    writer.Write(Csv());
                return File.ReadAllBytes(path + ".zip");
            case "xlsx":
                MiniExcel.SaveAs(path + ".xlsx", Table());
                return File.ReadAllBytes(path + ".xlsx");
            case "json":
                File.WriteAllText(path, Json());
                break;
            default:
                return Convert.FromBase64String(BadInputTests.OneFile);
        }

        return File.ReadAllBytes(path);
    }

    private static string Csv() =>
        "product,reporter,partner,month,flow,value_eur\n"
        + string.Concat(Enumerable.Range(1, Rows).Select(i => $"{854000 + (i % 90)},AT,KG,{Month(i)},EXPORT,{i}\n"));

    private static string Json() =>
        "{\"data\":["
        + string.Join(
            ',',
            Enumerable
                .Range(1, Rows)
                .Select(i =>
                    $"{{\"reporterCode\":417,\"partnerCode\":643,\"flowCode\":\"X\",\"cmdCode\":\"870323\",\"period\":\"{Month(i)}\",\"primaryValue\":{i}}}"
                )
        )
        + "],\"error\":\"\"}";

    private static object[] Table() =>
        [
            .. Enumerable
                .Range(1, Rows)
                .Select(i => new
                {
                    product = (854000 + (i % 90)).ToString(CultureInfo.InvariantCulture),
                    reporter = "AT",
                    partner = "KG",
                    month = Month(i),
                    flow = "EXPORT",
                    value_eur = i,
                }),
        ];

    private static string Month(int i) => $"{2010 + (i % 12)}-{1 + (i / 12 % 12):00}";
}
