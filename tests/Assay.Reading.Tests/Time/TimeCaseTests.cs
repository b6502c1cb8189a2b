using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Reading.Tests.Time;

public sealed class TimeCaseTests
{
    public static TheoryData<string> Rows => [.. TimeCase.ReadAll(Folder).Select(c => c.ToString())];

    private static string Folder => Path.Combine(Repository.Root, "tests", "Assay.Reading.Tests", "Time", "cases");

    [Theory]
    [MemberData(nameof(Rows))]
    public void Reads_the_expression_as_the_table_says_when_given_its_row(string row)
    {
        var found = TimeCase.ReadAll(Folder).Single(c => c.ToString() == row);
        Assert.Null(found.Check(TimeReader.For("en")));
    }
}
