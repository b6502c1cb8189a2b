using Assay.Trade.Formats.Mapped;

namespace Assay.Trade.Tests.Lake;

/// <summary>The order of import decides between files of one extract date.</summary>
public sealed class SequenceTests : IDisposable
{
    private static readonly DateOnly Day = new(2024, 1, 31);
    private readonly TestLake lake = new();

    public void Dispose() => lake.Dispose();

    [Fact]
    public void The_last_file_in_holds_when_several_of_one_extract_date_name_the_same_cell()
    {
        Assert.Equal([1, 2, 3], Enumerable.Range(1, 3).Select(i => Import($"{i}.csv", 10 * i)));
        Assert.Equal(30, lake.Number("SELECT sum(value) FROM observations"));
    }

    [Fact]
    public void A_file_goes_behind_all_others_when_an_earlier_one_was_taken_out()
    {
        for (var i = 1; i <= 3; i++)
            Import($"{i}.csv", 10 * i);
        using (var open = lake.Open())
            File.Delete(open.Folders.ProvenanceFile(open.Files[0].Sha256));
        Assert.Equal(4, Import("4.csv", 40));
        Assert.Equal(40, lake.Number("SELECT sum(value) FROM observations"));
    }

    private int Import(string name, int value)
    {
        var path = lake.Write(name, $"reporter,partner,flow,product,period,value,currency\nDE,KZ,X,854231,202201,{value},EUR\n");
        return lake.Import(path, new TradeMapping(), Day).Provenance.Sequence;
    }
}
