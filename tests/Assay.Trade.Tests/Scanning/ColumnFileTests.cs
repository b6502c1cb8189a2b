using Assay.Trade.Scanning;

namespace Assay.Trade.Tests.Scanning;

public sealed class ColumnFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("assay-columns").FullName;

    private string File => Path.Combine(folder, "c.bin");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void File_gives_back_what_was_written()
    {
        Write("key");
        using var columns = ColumnFile.Open(File, "key");
        Assert.NotNull(columns);
        var rows = new List<(int, int, double, double)>();
        foreach (var s in columns.Segments)
            columns.Read(s, (p, j, v, m) => rows.Add((p, j, v, m)));
        Assert.Equal([(0, 1, 7, 3), (1, 0, 9, 4)], rows);
    }

    [Theory]
    [InlineData(true, "other")]
    [InlineData(false, "key")]
    public void File_is_not_used_when_it_is_of_other_data_or_cut_short(bool whole, string key)
    {
        Write("key");
        if (!whole)
            using (var stream = new FileStream(File, FileMode.Open))
                stream.SetLength(stream.Length - 1);
        Assert.Null(ColumnFile.Open(File, key));
    }

    [Fact]
    public void File_is_not_used_when_one_bit_of_it_has_turned()
    {
        Write("key");
        var bytes = System.IO.File.ReadAllBytes(File);
        for (var at = 0; at < bytes.Length; at += 97)
        {
            bytes[at] ^= 4;
            System.IO.File.WriteAllBytes(File, bytes);
            Assert.Null(ColumnFile.Open(File, "key"));
            bytes[at] ^= 4;
        }
    }

    private void Write(string key)
    {
        var header = new ColumnHeader(
            key,
            ["DE"],
            ["AM", "KZ"],
            [new("84", "HS2"), new("85", "HS2")],
            [new('X', 'M', "EUR", 202101, 0, 0, 2)],
            2,
            false
        );
        using (var memory = ColumnFile.Create(File, header))
        {
            var writer = new ColumnWriter(header, memory);
            writer.Append(1, 7, 3);
            writer.Append(2, 9, 4);
            writer.Finish();
        }

        ColumnFile.Seal(File);
    }
}
