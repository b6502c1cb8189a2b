using Assay.Ground.DataFiles;

namespace Assay.Reading.Tests.DataFiles;

/// <summary>The one form of word files.</summary>
public sealed class WordFileTests
{
    private static readonly WordFile File = new(
        "made.txt",
        [
            "# about the file",
            "[tools]  # for the garden",
            "spade, watering can",
            "",
            "rake # not a comb",
            "no#comment",
            "[forms]",
            "dig = dug, digs",
            "hoe",
            "[rows]",
            "bed | rose; tulip |",
            "[tools]",
            "hose",
        ]
    );

    [Fact]
    public void Reads_entries_when_they_are_parted_by_commas_or_lines() =>
        Assert.Equal(["spade", "watering can", "rake", "no#comment", "hose"], File.Entries("tools"));

    [Fact]
    public void Reads_words_when_they_are_parted_by_blanks() =>
        Assert.Equal(
            ["can", "hose", "no#comment", "rake", "spade,", "watering"],
            File.Words("tools", StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Keeps_keyed_entries_apart_when_a_section_has_both()
    {
        var pair = Assert.Single(File.Keyed("forms"));
        Assert.Equal("dig", pair.Key);
        Assert.Equal(["dug", "digs"], pair.Value);
        Assert.Equal(["hoe"], File.Entries("forms"));
    }

    [Fact]
    public void Reads_fields_when_they_are_parted_by_bars()
    {
        var row = Assert.Single(File.Rows("rows"));
        Assert.Equal(["bed", "rose; tulip", ""], row);
        Assert.Equal(["rose", "tulip"], WordFile.Parts(row[1]));
    }

    [Fact]
    public void Says_which_sections_there_are_when_one_is_asked_for_that_is_not()
    {
        var broken = Assert.Throws<InvalidOperationException>(() => File["weeds"]);
        Assert.Equal("made.txt has no section [weeds]; it has tools, forms, rows.", broken.Message);
    }

    [Fact]
    public void Says_what_is_wrong_when_a_word_stands_before_any_section() =>
        Assert.Contains(
            "'spade' stands before any [section]",
            Assert.Throws<InvalidOperationException>(() => new WordFile("made.txt", ["spade"])).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("a,b,", "a|b|")]
    [InlineData("\"a, b\",\"say \"\"c\"\"\"", "a, b|say \"c\"")]
    public void Splits_a_line_when_fields_are_quoted_or_not(string line, string fields) => Assert.Equal(fields.Split('|'), Csv.Split(line));
}
