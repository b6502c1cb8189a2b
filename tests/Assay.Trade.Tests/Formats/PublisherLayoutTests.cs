using System.Text;
using Assay.Trade.Formats.Mapped;
using Assay.Trade.Tests.Lake;
using MiniExcelLibs;

namespace Assay.Trade.Tests.Formats;

/// <summary>
/// The files in <c>publishers/</c>: invented numbers in the layouts of many publishers. <c>expected.tsv</c> says what is set beside
/// each file (<c>FIELD=VALUE</c> or the name of a mapping), and either the cells that come in or, after "!", what the refusal says. <c>*.xlsx.tsv</c> becomes a workbook, a
/// sheet
/// after each line of "---" and its name.
/// </summary>
public sealed class PublisherLayoutTests
{
    private const string Cells = """
        SELECT string_agg(reporter || ' ' || partner || ' ' || flow || ' ' || product || ' ' || period || ' ' || coalesce(round(value, 1)::VARCHAR, '?')
          || ' ' || currency || coalesce(' ' || round(netkg, 1) || 'kg', ''), '; ' ORDER BY flow, partner, product, period, value, netkg) FROM all_rows
        """;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Formats", "publishers");

    public static TheoryData<string, string, string> Files()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "expected.tsv")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var fields = line.Split('\t');
            data.Add(fields[0], fields[1], fields[2]);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Comes_in_right_or_asks_precisely(string file, string said, string expected)
    {
        using var lake = new TestLake();
        var path = Path.Combine(Folder, file);
        var read = file.EndsWith(".xlsx.tsv", StringComparison.Ordinal) ? Workbook(path, lake) : path;
        var reply = lake.TryImport(read, Said(said), cancel: TestContext.Current.CancellationToken);
        if (expected[0] == '!')
        {
            Assert.False(reply.Succeeded, reply.Succeeded ? lake.Text(Cells) : "");
            foreach (var part in expected[1..].Split(" & "))
                Assert.Contains(part.Trim(), reply.Error!.ToString(), StringComparison.Ordinal);
            return;
        }

        Assert.True(reply.Succeeded, reply.Error?.ToString());
        var (cells, refused) = (lake.Text(Cells), reply.Value.Provenance.Refused.Sum(r => r.Rows));
        var came = cells + (refused > 0 ? $" | {refused} refused" : "");
        Assert.True(expected == came, came); // the whole of it, so that it can be read
    }

    [Fact]
    public void Every_file_is_expected_to_be_something()
    {
        var expected = Files().Select(f => f.Data.Item1).ToHashSet(StringComparer.Ordinal);
        var helpers = (string[])["expected.tsv", "PAIS.csv"];
        Assert.All(
            Directory
                .EnumerateFiles(Folder)
                .Select(Path.GetFileName)
                .Where(f => !helpers.Contains(f) && !f!.EndsWith(".mapping.json", StringComparison.Ordinal)),
            f => Assert.Contains(f!, expected)
        );
    }

    private static TradeMapping? Said(string said)
    {
        if (said.Length == 0)
            return null;
        var parts = said.Split(' ');
        var mapping = parts.FirstOrDefault(p => p.EndsWith(".json", StringComparison.Ordinal)) is { } name
            ? TradeMapping.Load(Path.Combine(Folder, name)).Value
            : new TradeMapping();
        var constants = parts
            .Where(p => p.Contains('=', StringComparison.Ordinal))
            .Select(p => p.Split('='))
            .ToDictionary(p => p[0], p => p[1]);
        var unit = constants.Remove("unit", out var text) ? text.Replace('+', ' ') : null;
        mapping = constants.Count == 0 ? mapping : mapping with { Constants = mapping.Constants.Concat(constants).ToDictionary() };
        return unit is null ? mapping : mapping.InUnit(unit);
    }

    private static string Workbook(string path, TestLake lake)
    {
        var sheets = new Dictionary<string, object>();
        var (name, rows) = ("Sheet1", new List<Dictionary<string, object?>>());
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("--- ", StringComparison.Ordinal))
            {
                if (rows.Count > 0)
                    sheets[name] = rows;
                (name, rows) = (line[4..], []);
                continue;
            }

            rows.Add(line.Split('\t').Select((c, i) => (c, i)).ToDictionary(p => $"c{p.i:000}", p => Cell(p.c)));
        }

        sheets[name] = rows;
        // Every row needs the same columns.
        foreach (var sheet in sheets.Values.Cast<List<Dictionary<string, object?>>>())
        {
            var width = sheet.Max(r => r.Count);
            foreach (var row in sheet)
                for (var i = row.Count; i < width; i++)
                    row[$"c{i:000}"] = null;
        }

        var target = lake.Write(Path.GetFileNameWithoutExtension(path), "");
        File.Delete(target);
        MiniExcel.SaveAs(target, sheets, printHeader: false, excelType: ExcelType.XLSX);
        return target;
    }

    private static object? Cell(string text) =>
        text.Length == 0 ? null
        : double.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) && !(text.Length > 1 && text[0] == '0')
            ? number
        : text;
}
