using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Reading.Time;
using NodaTime;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>TimelineJS: a slide per event.</summary>
internal static partial class TimelineJsFile
{
    private static readonly string[] Parts = ["year", "month", "day", "hour", "minute"];

    /// <summary>Reads the file.</summary>
    public static ToldFile Read(string text, OwnExport own)
    {
        var whole = JsonPiece.Read(text, 0, text.Length);
        if (whole["events"] is not { Kind: JsonValueKind.Array } slides)
            throw new NotOfFormatException("There is no list “events” in it.");
        var file = new ToldFile();
        foreach (var (slide, index) in slides.Items.Select((s, i) => (s, i)))
            Take(file, text, slide, $"slide {index + 1}", own);
        if (whole["eras"] is { Items.Count: > 0 } eras)
            file.Leave("eras", $"Its {eras.Items.Count} eras are no events, and were not taken.");
        return file;
    }

    private static void Take(ToldFile file, string text, JsonPiece slide, string place, OwnExport own)
    {
        var (head, body) = (slide["text"]?.Text("headline"), slide["text"]?.Text("text"));
        var words = new[] { head, body }.FirstOrDefault(p => p is not null && Plain(p.Words).Length > 0);
        if (words is null)
        {
            file.Leave(place, "It has no words.");
            return;
        }

        var quote = body is null ? null : OwnExport.Quoted(text, body.At, "<blockquote>", "</blockquote>");
        var told = new ToldEvent(place, Plain(words.Words), quote ?? words.At);
        var dated = slide["start_date"] is { } start ? Dated(file, told, start, body?.Words ?? "", own) : told;
        if (dated is null)
            return;
        var says = WebUtility.HtmlDecode(body?.Words ?? "");
        if (
            slide["end_date"] is { } end
            && !says.Contains("Written in UTC.", StringComparison.Ordinal)
            && !IsLike(slide["start_date"], end)
        )
            file.Leave(place, "Its end is not kept: the clocks of an event are those of its beginning. The event was taken.");
        if (slide["media"]?.Text("url") is { } media)
            file.Leave(place, $"What it shows, {WrittenDates.Shown(media.Words)}, was not fetched. The event was taken.");
        file.Events.Add(own.Whole(slide.Text("unique_id")?.Words, dated));
    }

    private static ToldEvent? Dated(ToldFile file, ToldEvent told, JsonPiece start, string body, OwnExport own)
    {
        var (year, month, day, hour, minute) = (
            Number(start, "year"),
            Number(start, "month"),
            Number(start, "day"),
            Number(start, "hour"),
            Number(start, "minute")
        );
        if (year is not >= TimeContext.FirstYear or > TimeContext.LastYear)
            return Wrong($"The year is not one from {TimeContext.FirstYear} to {TimeContext.LastYear}.");
        if (
            month is < 1 or > 12
            || day is not null && (month is null || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year.Value, month.Value))
            || hour is not null && day is null
            || hour is < 0 or > 23
            || minute is < 0 or > 59
        )
            return Wrong("Its start is no date of the calendar.");
        if (hour is null)
        {
            var parts = new[] { (year, "0000"), (month, "00"), (day, "00") };
            var edtf = string.Join(
                '-',
                parts.Where(p => p.Item1 is not null).Select(p => p.Item1!.Value.ToString(p.Item2, CultureInfo.InvariantCulture))
            );
            return told with { Dated = (edtf, start["year"]!.At) };
        }

        var time = new ToldTime(
            new LocalDate(year.Value, month!.Value, day!.Value),
            new LocalTime(hour.Value, minute ?? 0),
            start["hour"]!.At
        )
        {
            Grain = minute is null ? Duration.FromHours(1) : Duration.FromMinutes(1),
        };
        return told with { Times = [OwnExport.InUtc(time, WebUtility.HtmlDecode(body))] };

        ToldEvent? Wrong(string reason)
        {
            file.Leave(told.Place, reason);
            return null;
        }
    }

    private static bool IsLike(JsonPiece? start, JsonPiece end) => start is not null && Parts.All(p => Number(start, p) == Number(end, p));

    // The consumer takes numbers and numbers in quotation marks.
    private static int? Number(JsonPiece of, string part) =>
        of[part] is { Words.Length: > 0 } piece
            ? int.TryParse(piece.Words, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? number
                : int.MinValue
            : null;

    private static string Plain(string html) =>
        string.Join(' ', WebUtility.HtmlDecode(Mark().Replace(html, " ")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex("<[^<>]{0,2000}>", RegexOptions.None, 2000)]
    private static partial Regex Mark();
}
