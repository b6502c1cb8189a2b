using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Cases.Report;

namespace Assay.Cases.Exchange;

/// <summary>The table of events of TimeMap, one row per event. Coordinates are those of the gazetteer, and only where a name means one
/// place.</summary>
internal sealed class TimeMap : ExchangeFormat
{
    /// <inheritdoc/>
    public override string Name => "timemap";

    /// <inheritdoc/>
    public override string About => "CSV of the events for TimeMap; times in UTC, zones in the sidecar";

    /// <inheritdoc/>
    public override string Ending => ".timemap.csv";

    /// <inheritdoc/>
    public override string Type => "text/csv; charset=utf-8";

    /// <inheritdoc/>
    protected override ExchangeFile Make(ExchangeMaterial material)
    {
        var times = new EventTimes(material.Report);
        var places = material.Report.Places.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var files = material.Report.Sources.ToDictionary(s => s.Id, s => s.File, StringComparer.Ordinal);
        var text = new StringBuilder(
            Csv.Row(
                "id",
                "description",
                "date",
                "time",
                "time_precision",
                "location",
                "latitude",
                "longitude",
                "category",
                "source1",
                "time_display"
            )
        );
        var (kept, left, written) = (new JsonObject(), new List<LeftOut>(), 0);
        foreach (var of in material.Report.Events)
        {
            kept[of.Id] = times.Whole(of);
            if (times.Of(of) is not { } time)
            {
                left.Add(new(of.Id, EventTimes.Untimed));
                continue;
            }

            var place = of.Place is null ? null : places.GetValueOrDefault(of.Place);
            var point = place?.Candidates is [{ Latitude: not null, Longitude: not null } only] ? only : null;
            text.Append(
                Csv.Row(Row(of, time, place?.Name, point?.Latitude, point?.Longitude, files.GetValueOrDefault(of.Source, of.Source)))
            );
            written++;
        }

        return new(text.ToString(), written, left, kept);
    }

    private static string[] Row(EventEntry of, WrittenTime time, string? place, double? north, double? east, string file)
    {
        var culture = CultureInfo.InvariantCulture;
        var precision = time.Parts switch
        {
            1 => "year",
            2 => "month",
            3 => "day",
            _ => "minute",
        };
        return
        [
            of.Id,
            $"{of.Label}: “{of.Quote.Exact}” {time.Words}",
            time.From.ToString("MM'/'dd'/'uuuu", culture),
            time.Parts > 3 ? time.From.ToString("HH':'mm", culture) : "",
            precision,
            place ?? "",
            Degrees(north),
            Degrees(east),
            of.Stance.ToString().ToLowerInvariant(),
            file,
            time.Words,
        ];
    }

    private static string Degrees(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
