using System.Net;
using System.Text.Json.Nodes;
using Assay.Cases.Report;
using NodaTime;

namespace Assay.Cases.Exchange;

/// <summary>TimelineJS: one slide per event, as an extent. Its texts are read as HTML, so that all words are escaped.</summary>
internal sealed class TimelineJs : ExchangeFormat
{
    /// <inheritdoc/>
    public override string Name => "timelinejs";

    /// <inheritdoc/>
    public override string About => "TimelineJS JSON; times in UTC, zones in the sidecar";

    /// <inheritdoc/>
    protected override ExchangeFile Make(ExchangeMaterial material)
    {
        var times = new EventTimes(material.Report);
        var (slides, kept, left) = (new List<JsonNode?>(), new JsonObject(), new List<LeftOut>());
        foreach (var of in material.Report.Events)
        {
            kept[of.Id] = times.Whole(of);
            if (times.Of(of) is { } time)
                slides.Add(Slide(of, time));
            else
                left.Add(new(of.Id, EventTimes.Untimed));
        }

        var title = new JsonObject { ["text"] = new JsonObject { ["headline"] = WebUtility.HtmlEncode(material.Title) } };
        var whole = new JsonObject { ["title"] = title, ["events"] = Json.List(slides) };
        return new(Json.Text(whole), slides.Count, left, kept);
    }

    private static JsonObject Slide(EventEntry of, WrittenTime time) =>
        new()
        {
            ["unique_id"] = of.Id,
            ["start_date"] = Date(time.From, time.Parts),
            ["end_date"] = Date(time.Parts < 5 ? time.Until.PlusTicks(-1) : time.Until, time.Parts),
            ["text"] = new JsonObject
            {
                ["headline"] = WebUtility.HtmlEncode(of.Label),
                ["text"] =
                    $"<blockquote>{WebUtility.HtmlEncode(of.Quote.Exact)}</blockquote><p>{WebUtility.HtmlEncode(time.Words + Said(of))}</p>",
            },
        };

    private static string Said(EventEntry of) =>
        $" Stance: {of.Stance.ToString().ToLowerInvariant()}; {of.Mood.ToString().ToLowerInvariant()}.";

    private static JsonObject Date(LocalDateTime at, int parts)
    {
        var date = new JsonObject { ["year"] = at.Year };
        if (parts > 1)
            date["month"] = at.Month;
        if (parts > 2)
            date["day"] = at.Day;
        if (parts > 3)
            (date["hour"], date["minute"]) = (at.Hour, at.Minute);
        return date;
    }
}
