using Assay.Ground.Anchors;
using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;

namespace Assay.Reading.Days;

/// <summary>The date in the head of a page whose publication date was not found: a whole date, or the month of an issue.</summary>
/// <param name="Day">The day, or null where only a month is given.</param>
/// <param name="EndOfMonth">Last day of the month.</param>
internal sealed record HeadDate(LocalDate? Day, LocalDate EndOfMonth)
{
    /// <summary>
    /// The first whole date in the short blocks before the body, furniture included; else the first month with its year; else null. A line
    /// under the
    /// headline may be long, so the body begins for sure at its third long block.
    /// </summary>
    public static HeadDate? Find(TextLayer layer)
    {
        var blocks = new List<TextSpan>();
        var body = 0;
        foreach (var block in layer.Blocks)
        {
            if (block.Span.Length < DayText.LeastBody)
                blocks.Add(block.Span);
            else if (++body == DayText.BodyBlocks)
                break;
        }

        var said = TimeReader
            .For("en")
            .Read(layer.Text, new TimeContext { Blocks = blocks })
            .Where(t => t.Said is { Year: not null, Month: not null })
            .ToList();
        var chosen = said.Find(t => t.Said!.Day is not null) ?? said.FirstOrDefault();
        if (chosen?.Said is not { Year: >= 2 and <= 9998, Month: { } month } found)
            return null;
        var first = new LocalDate(found.Year.Value, month, 1);
        var end = first.PlusMonths(1).PlusDays(-1);
        return new HeadDate(found.Day is { } day && day <= end.Day ? first.PlusDays(day - 1) : null, end);
    }
}
