using Assay.Tests.Fixtures;

namespace Assay.Tests.Line;

/// <summary>Every trade command through the front door: what it prints, where, and with what exit code.</summary>
public sealed class TradeLineTests(TradeLineTests.World world) : IClassFixture<TradeLineTests.World>
{
    private const string Claim = "--claim 'Kyrgyzstan is used to re-route goods to Russia since March 2022'";

    [Theory]
    [InlineData("import w/SYNTHETIC_full_v2_202001.dat --lake new", "rows in,")]
    [InlineData("lists", "chpl: Common High Priority List")]
    [InlineData("lists chpl --lake lake --year 2021", "codes do not occur in 2021")]
    [InlineData("listed 8542.31 --on 2022-04-08", "854231 is ")]
    [InlineData("listed 854231 --json", "\"list\": \"chpl\"")]
    [InlineData("simulate --out v --destinations 4 --products 8 --months 14 --seed 3", "SYNTHETIC world of 4 destinations, 8 products")]
    [InlineData("simulate --out v --destinations 4 --products 8 --months 14 --target Kazakhstan", "SYNTHETIC world of 4 destinations")]
    [InlineData("scan --lake lake --target RU", "cells are consistent with re-routing.")]
    [InlineData(
        "scan --lake lake --target RU --by destination --format csv",
        "destination,before,after,growth,against-rest,floor,found,cells,onward"
    )]
    [InlineData("suppliers --lake lake --target RU", "it received is unknown, not zero.")]
    [InlineData("compare --lake lake --years 2021,2022", "markets above the least value")]
    [InlineData("ratios --lake lake --level CN8 --frequency M --base 2020,2021 --years 2022", "destinations")]
    [InlineData(
        "ratios --lake lake --level CN8 --frequency M --base 2020 --years 2022 --format csv",
        "rank,destination,name,base,value,ratio,explained"
    )]
    public void Prints_its_result_and_nothing_else_when_all_is_well(string line, string says)
    {
        var ran = world.Assay.Run($"$ASSAY trade {line}");
        Assert.Equal((0, ""), (ran.Code, ran.Error));
        Assert.Contains(says, ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("import --lake lake", 2, "Required argument 'FILE' missing for command: 'import'.")]
    [InlineData("import w/SYNTHETIC_full_v2_202001.dat --lake lake --set flow", 2, "'flow' is not FIELD=VALUE.")]
    [InlineData("import w/SYNTHETIC_full_v2_202001.dat --lake lake --extracted 1.1.2024", 2, "'1.1.2024' is not a date.")]
    [InlineData("import gone.csv --lake lake", 3, "gone.csv: There is no file 'gone.csv'.")]
    [InlineData("import w/SYNTHETIC_full_v2_202001.dat gone.csv --lake lake", 4, "There is no file 'gone.csv'.")]
    [InlineData("lists nolist", 3, "There is no list 'nolist'.")]
    [InlineData("lists chpl --lake nolake", 3, "There is no trade lake in 'nolake'.")]
    [InlineData("listed 85x231", 2, "'85x231' is not a product code.")]
    [InlineData("listed 854231 --on 8.4.2022", 2, "'8.4.2022' is not a date.")]
    [InlineData("listed 854231 --list nolist", 3, "There is no list 'nolist'.")]
    [InlineData("simulate --out v --destinations 1", 2, "Such a world cannot be drawn:")]
    [InlineData("simulate --out v --target Nowhere", 2, "'Nowhere' is not a country.")]
    [InlineData("simulate --out /dev/null/v", 5, "The files could not be written:")]
    [InlineData("scan --lake lake", 2, "Option '--target' is required.")]
    [InlineData("scan --lake lake --target Nowhere", 2, "'Nowhere' is not a country.")]
    [InlineData("scan --lake lake --target RU --level HS5", 2, "'HS5' is no level.")]
    [InlineData("scan --lake nolake --target RU", 3, "There is no trade lake in 'nolake'.")]
    [InlineData("scan --lake lake --target RU --since 201901", 3, "leaves no like months before and after 201901")]
    [InlineData("scan --lake lake --target RU --output gone/scan.csv", 5, "gone/scan.csv could not be written:")]
    [InlineData("scan --lake lake --target RU --tpo 3", 2, "Unrecognized command or argument '--tpo'.")]
    [InlineData("suppliers --lake nolake --target RU", 3, "There is no trade lake in 'nolake'.")]
    [InlineData("suppliers --lake lake --target Nowhere", 2, "'Nowhere' is not a country.")]
    [InlineData("balance Nowhere --lake lake --target RU", 2, "'Nowhere' is not a country.")]
    [InlineData("balance IS --lake lake --target RU", 3, "unknown, not zero.")]
    [InlineData("explain KG 999999 --lake lake --target RU", 3, "The bloc reports no trade in 999999 with KG")]
    [InlineData("test --lake lake --claim 'Goods go to Russia since March 2022'", 2, "does not name a destination.")]
    [InlineData("test --lake nolake " + Claim, 3, "There is no trade lake in 'nolake'.")]
    [InlineData("compare --lake lake --years 1991,1992", 3, "holds no monthly exports at level CN8")]
    [InlineData("compare --lake lake --years 21x", 2, "'21x' are no years.")]
    [InlineData("ratios --lake lake --years 2022", 2, "There is nothing to compare with.")]
    [InlineData("ratios --lake lake --years 2022 --mirror --origin all", 2, "A ratio needs a bloc.")]
    [InlineData("ratios --lake lake --level HS2 --years 2022 --base 2021", 3, "The lake holds no HS2 trade of these years")]
    [InlineData("validate --worlds x", 2, "Cannot parse argument 'x'")]
    [InlineData("nothing", 2, "Required command was not provided.")]
    public void Says_what_is_wrong_on_standard_error_and_exits_as_documented(string line, int code, string says)
    {
        var ran = world.Assay.Run($"$ASSAY trade {line}");
        Assert.Contains(says, ran.Error, StringComparison.Ordinal);
        Assert.Equal(code, ran.Code);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Explains_and_tests_the_first_cell_of_a_scan_and_writes_their_pages()
    {
        var first = world.Assay.Run("$ASSAY trade scan --lake lake --target RU --top 1 --format csv").Output.Split('\n')[1].Split(',');
        var explained = world.Assay.Run(
            $"$ASSAY trade explain {first[1]} {first[2]} --lake lake --target RU --html card.html && grep -c 'Synthetic data' card.html"
        );
        Assert.Equal((0, ""), (explained.Code, explained.Error));
        Assert.Contains("Innocent explanations", explained.Output, StringComparison.Ordinal);
        var name = Cases.Books.CountryLabels.Name(first[1]);
        var tested = world.Assay.Run(
            $"$ASSAY trade test --lake lake --html test.html --claim '{name} sends goods to Russia since March 2022' && ls test.html"
        );
        Assert.Equal((0, ""), (tested.Code, tested.Error));
        Assert.Contains($"through {name} since 2022-03", tested.Output, StringComparison.Ordinal);
        // Eight destinations are no basis for a verdict, and the page says so in place of one.
        Assert.Contains("It is unknown, not refuted.", tested.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_what_data_would_settle_a_claim_when_the_lake_does_not_bear_on_it()
    {
        var early = world.Assay.Run($"$ASSAY trade test --lake lake {Claim.Replace("2022", "1999", StringComparison.Ordinal)}");
        Assert.Equal(3, early.Code);
        Assert.Contains("leaves no like months", early.Error, StringComparison.Ordinal);
        Assert.Contains(
            "exports; EU27; every country; list chpl, and all others; 1997-03 to the latest",
            early.Output,
            StringComparison.Ordinal
        );
        var absent = world.Assay.Run($"$ASSAY trade test --lake lake {Claim.Replace("Kyrgyzstan", "Tuvalu", StringComparison.Ordinal)}");
        Assert.Equal(0, absent.Code);
        Assert.Contains("unknown, not refuted", absent.Output, StringComparison.Ordinal);
        Assert.Contains("exports to; Tuvalu; Russia; list chpl; 2020-03 to the latest", absent.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Validates_into_a_file_with_marks_and_refuses_one_without()
    {
        File.WriteAllText(Path.Combine(world.Folder, "marks.md"), "a\n<!-- validate: begin -->\nold\n<!-- validate: end -->\nb\n");
        File.WriteAllText(Path.Combine(world.Folder, "plain.md"), "a\n");
        var put = world.Assay.Run(
            "$ASSAY trade validate --worlds 1 --destinations 16 --products 60 --write marks.md > said && cat said marks.md"
        );
        Assert.Equal((0, ""), (put.Code, put.Error));
        Assert.DoesNotContain("old", put.Output, StringComparison.Ordinal);
        Assert.Equal(3, put.Output.Split("Worlds in which nothing happens").Length);
        var refused = world.Assay.Run("$ASSAY trade validate --worlds 1 --write plain.md");
        Assert.Equal(5, refused.Code);
        Assert.Contains("plain.md has no marks to put the table between.", refused.Error, StringComparison.Ordinal);
    }

    /// <summary>A small synthetic world in a lake.</summary>
    public sealed class World : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("assay-trade-line");

        public World()
        {
            SyntheticTrade.Run(
                "simulate",
                "--out",
                Path.Combine(Folder, "w"),
                "--destinations",
                "8",
                "--products",
                "24",
                "--months",
                "34",
                "--seed",
                "5"
            );
            SyntheticTrade.Run([
                "import",
                .. Directory.GetFiles(Path.Combine(Folder, "w"), "*.dat"),
                "--lake",
                Path.Combine(Folder, "lake"),
            ]);
        }

        public string Folder => folder.FullName;

        internal AssayProcess Assay => new(Folder);

        public void Dispose() => folder.Delete(recursive: true);
    }
}
