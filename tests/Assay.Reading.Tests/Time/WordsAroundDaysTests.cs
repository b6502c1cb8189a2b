using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;

namespace Assay.Reading.Tests.Time;

/// <summary>Days and hours that their neighbours decide.</summary>
public sealed class WordsAroundDaysTests
{
    private static string[] Values(string text) =>
        [
            .. TimeReader
                .For("en")
                .Read(text, new TimeContext { DocumentDate = new LocalDate(2024, 10, 14) })
                .Select(t => $"{t.Text} = {t.Value}"),
        ];

    [Theory]
    [InlineData("during the night between Saturday 7 and Sunday 8 September 2024", "Saturday 7 = 2024-09-07")]
    [InlineData("from Monday 2 to Tuesday 3 September 2024", "Monday 2 = 2024-09-02")]
    [InlineData("It was built on Easter Island.", null)]
    [InlineData("a company of Viña del Mar. Its register", null)]
    [InlineData("had been seen at 12:58 after midnight", "12:58 after midnight")]
    [InlineData("The telephone dates it to 6.20 that same Thursday morning.", "6.20 that same Thursday morning")]
    [InlineData("It was 2.50 in the morning of that Friday.", "2.50 in the morning of that Friday")]
    [InlineData("The ticket was opened on \"Sat 5:32 a.m.\".", "Sat 5:32 a.m.")]
    public void Words_around_a_day_decide_what_it_is(string text, string? found)
    {
        var values = Values(text);
        if (found is null)
            Assert.Empty(values);
        else
            Assert.Contains(values, v => v.Contains(found, StringComparison.Ordinal));
    }
}
