using Assay.Ground.Outcomes;

namespace Assay.Trade.Tests.Lake;

public sealed class BadInputTests
{
    private const string Header = "product,reporter,partner,month,flow,value_eur\n";

    [Fact]
    public void Says_what_it_saw_when_the_format_is_unknown()
    {
        using var lake = new TestLake();
        var reply = lake.TryImport(lake.Write("x.csv", "just some words\nand more\n"), cancel: TestContext.Current.CancellationToken);

        Assert.Equal(ErrorKind.Input, reply.Error!.Kind);
        Assert.Contains(
            "x.csv:1: The format is not one that Assay knows: the file begins with 'just some words'",
            reply.Error.ToString(),
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(Path.Combine(lake.Folder, "trade")));
    }

    [Fact]
    public void Names_the_columns_it_misses_when_headings_do_not_say_enough()
    {
        using var lake = new TestLake();
        var reply = lake.TryImport(
            lake.Write("x.csv", "partner,year,value_eur\nKG,2020,5\n"),
            cancel: TestContext.Current.CancellationToken
        );

        Assert.Contains("Nothing says which column is reporter, flow, product", reply.Error!.Message, StringComparison.Ordinal);
        Assert.Contains("--set reporter=DE", reply.Error.Hint, StringComparison.Ordinal);
    }

    // Two rows of made-up trade in a 7z archive; and two files in one archive.
    internal const string OneFile =
        "N3q8ryccAANlRJXUXwAAAAAAAABqAAAAAAAAAArE1b0AOByKIb4hzogiHc4ntA6l7JZi+64Wlugd+dfmLQnfbNK5r52zWUbGe9Fb8jY2cMhgQeD1lFM60v6TQM7mtAzG1Yn7Vy2IAQZJ9aWXLHq2Sgcfd5bC5d8v9p//5DdAAAEEBgABCV8ABwsBAAEjAwEBBV0AAIAADG4ACAoB+f0ilwAABQERFQB0AHIAYQBkAGUALgBjAHMAdgAAABQKAQCB0HOUAXzdARIKAQCB0HOUAXzdARMKAQCB0HOUAXzdARUGAQAggKSBAAA=";
    private const string TwoFiles =
        "N3q8ryccAAMBYrGF3AAAAAAAAAAhAAAAAAAAAEM/p/cAOByKIb4hzogiHc4ntA6l7JZi+64Wlugd+dfmLQnfbNK5r52zWUbGe9Fb8jY2cMhgQeD1lFM60v6TQM7mtAzG1Yn7Vy2IAQZJ9aWXLHq2Sgcfd5bC5fH7Z+ZX3R//ylUQAAAAgTMHrg/TqbJ9QMCQ00PE4fnoUdV3+A1m+IGheu3WVqQfwBHWQRbuo6ca/usw6k+350zsRw023pdd+BU0fT/bEE1dIcnvX0lKIdNGmYXmn8VvAOoPD6LaCwyAmYZiDOzyzo84f7FIU0/u9JC9MuBg17PhX/+djQAAFwZiAQl6AAcLAQABIwMBAQVdAACAAAyAmwoBt5YLwwAA";

    [Fact]
    public void Unpacks_a_7z_archive_and_refuses_one_that_breaks_off_or_holds_several_files()
    {
        using var lake = new TestLake();
        var bytes = Convert.FromBase64String(OneFile);
        File.WriteAllBytes(lake.Write("t.7z", ""), bytes);
        Assert.Equal(2, lake.Import(Path.Combine(Path.GetDirectoryName(lake.Folder)!, "t.7z")).Provenance.RowsKept);
        foreach (
            var (name, content, says) in new[]
            {
                ("cut.7z", bytes[..^20], "cannot be read"),
                ("two.7z", Convert.FromBase64String(TwoFiles), "holds 2 files"),
            }
        )
        {
            var path = lake.Write(name, "");
            File.WriteAllBytes(path, content);
            Assert.Contains(
                says,
                lake.TryImport(path, cancel: TestContext.Current.CancellationToken).Error!.Message,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(350, lake.Number("SELECT sum(value) FROM observations"));
    }

    [Fact]
    public void Refuses_single_lines_with_line_numbers_and_keeps_the_rest()
    {
        using var lake = new TestLake();
        var reply = lake.Import(
            "x.csv",
            Header
                + "854231,AT,KG,2022-01,EXPORT,100\n854231,AT,KG\n854231,AT,KG,2022-03,EXPORT,1,5,7\n854231,AT,Atlantis,2022-03,EXPORT,7\n"
        );

        Assert.Equal((4, 1, 3), (reply.Provenance.RowsIn, reply.Provenance.RowsKept, reply.Provenance.RowsRefused));
        Assert.Contains(
            reply.Provenance.Refused,
            r => r.Reason == "the line has too few columns" && r.Examples[0].StartsWith("line 3:", StringComparison.Ordinal)
        );
        Assert.Contains(
            reply.Provenance.Refused,
            r => r.Reason == "the line has too many columns" && r.Examples[0].StartsWith("line 4:", StringComparison.Ordinal)
        );
        Assert.Contains(
            reply.Provenance.Refused,
            r => r.Reason == "the partner is unknown" && r.Examples[0].Contains("Atlantis", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Says_decimal_comma_when_a_number_has_one()
    {
        using var lake = new TestLake();
        var reply = lake.Import("x.csv", Header + "854231,AT,KG,2022-01,EXPORT,100\n854231,AT,KG,2022-02,EXPORT,\"12,5\"\n");

        Assert.StartsWith("a number with a decimal comma", Assert.Single(reply.Provenance.Refused).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Puts_leading_zeros_back_when_the_file_has_lost_them_all()
    {
        using var lake = new TestLake();
        var reply = lake.Import("x.csv", Header + "1012100,AT,KG,2022-01,EXPORT,100\n85423190,AT,KG,2022-02,EXPORT,12\n");

        Assert.Equal(1, Assert.Single(reply.Provenance.Repaired).Rows);
        Assert.Equal("01012100", lake.Text("SELECT min(product) FROM observations"));
    }

    [Fact]
    public void Refuses_an_odd_length_when_other_codes_kept_their_zeros()
    {
        using var lake = new TestLake();
        var reply = lake.Import("x.csv", Header + "01012100,AT,KG,2022-01,EXPORT,100\n8542319,AT,KG,2022-02,EXPORT,12\n");

        Assert.Equal("the product code has a length that CN and HS do not have", Assert.Single(reply.Provenance.Refused).Reason);
    }

    [Fact]
    public void Changes_nothing_when_the_same_bytes_come_again()
    {
        using var lake = new TestLake();
        var path = lake.Write("x.csv", Header + "854231,AT,KG,2022-01,EXPORT,100\n");
        lake.Import(path);
        var again = lake.Import(path);

        Assert.True(again.AlreadyThere);
        Assert.Equal(1, lake.Number("SELECT count(*) FROM observations"));
    }

    [Fact]
    public void Uses_the_newest_extract_when_two_files_hold_the_same_month()
    {
        using var lake = new TestLake();
        lake.Import(
            lake.Write("old.csv", Header + "854231,AT,KG,2022-01,EXPORT,100\n854231,AT,KG,2022-02,EXPORT,50\n"),
            extracted: new DateOnly(2022, 3, 1)
        );
        var reply = lake.Import(lake.Write("new.csv", Header + "854231,AT,KG,2022-01,EXPORT,130\n"), extracted: new DateOnly(2022, 6, 1));

        var overlap = Assert.Single(reply.Provenance.Overlaps);
        Assert.Equal((1, 1, 130.0, 100.0, "new"), (overlap.Cells, overlap.Differing, overlap.ValueHere, overlap.ValueThere, overlap.Used));
        Assert.Equal(180, lake.Number("SELECT sum(value) FROM observations"));
        Assert.Equal(280, lake.Number("SELECT sum(value) FROM all_rows"));
    }

    [Fact]
    public void Uses_the_newest_extract_when_the_older_one_is_imported_later()
    {
        using var lake = new TestLake();
        lake.Import(lake.Write("new.csv", Header + "854231,AT,KG,2022-01,EXPORT,130\n"), extracted: new DateOnly(2022, 6, 1));
        var reply = lake.Import(lake.Write("old.csv", Header + "854231,AT,KG,2022-01,EXPORT,100\n"), extracted: new DateOnly(2022, 3, 1));

        Assert.Equal("earlier", Assert.Single(reply.Provenance.Overlaps).Used);
        Assert.Equal(130, lake.Number("SELECT sum(value) FROM observations"));
    }

    [Fact]
    public void Leaves_the_lake_as_it_was_when_a_json_file_breaks_off()
    {
        using var lake = new TestLake();
        lake.Import("x.csv", Header + "854231,AT,KG,2022-01,EXPORT,100\n");
        var reply = lake.TryImport(
            lake.Write("half.json", "{\"data\":[{\"reporterCode\":417,\"cmdCode\":\"8703"),
            cancel: TestContext.Current.CancellationToken
        );

        Assert.Contains("nothing was imported", reply.Error!.Hint, StringComparison.Ordinal);
        Assert.Equal(1, lake.Number("SELECT count(*) FROM observations"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(lake.Folder, "incoming")));
    }

    [Fact]
    public void Leaves_the_lake_as_it_was_when_stopped()
    {
        using var lake = new TestLake();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var reply = lake.TryImport(lake.Write("x.csv", Header + "854231,AT,KG,2022-01,EXPORT,100\n"), cancel: stopped.Token);

        Assert.Equal(ErrorKind.Cancelled, reply.Error!.Kind);
        Assert.False(Directory.Exists(Path.Combine(lake.Folder, "trade")));
    }

    [Fact]
    public void Says_that_a_lake_is_missing_when_opened_before_any_import() =>
        Assert.Contains(
            "There is no trade lake",
            Assay.Trade.Lake.TradeLake.Open(Path.Combine(Path.GetTempPath(), "no-such-lake")).Error!.Message,
            StringComparison.Ordinal
        );
}
