using Assay.Ground.Anchors;
using Assay.Reading.Voices;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>A chronology in a table: a row per event, its columns known by their headers.</summary>
internal static class CsvChronology
{
    /// <summary>Most rows that are taken.</summary>
    public const int MostRows = 50_000;

    private static readonly Dictionary<string, string[]> Headers = new(StringComparer.Ordinal)
    {
        ["id"] = ["id", "unique_id"],
        ["date"] = ["date", "day", "start date", "start_date", "startdate", "start", "when", "datetime", "timestamp"],
        ["time"] = ["time", "clock", "start time", "start_time", "hour"],
        ["zone"] = ["zone", "time zone", "timezone", "time_zone", "tz", "utc offset", "offset"],
        ["event"] = ["event", "description", "what", "headline", "title", "summary", "text", "what happened"],
        ["source"] = ["source", "source1", "who", "voice", "said by"],
        ["end"] = ["end", "end date", "end_date", "enddate", "until"],
    };

    private static readonly string[] Needed = ["event", "date"];

    private static readonly string[] TimeMapHeader = ["id", "description", "date", "time", "time_precision", "location"];

    /// <summary>The names of columns that a mapping may give.</summary>
    public static IEnumerable<string> Roles => Headers.Keys;

    /// <summary>Reads a table.</summary>
    /// <param name="text">The file.</param>
    /// <param name="own">What an export of Assay says beyond it.</param>
    /// <param name="asked">The order of its dates.</param>
    /// <param name="columns">Headers by role, where the usual ones do not serve.</param>
    public static ToldFile Read(string text, OwnExport own, DateOrder asked, IReadOnlyDictionary<string, string> columns)
    {
        var (file, rows) = (new ToldFile(), CsvRows.Of(text).Take(MostRows + 2).ToList());
        if (rows is not [{ Wrong: null } header, ..])
            throw new NotOfFormatException("The first row, which names the columns, cannot be read.");
        var isTimeMap = header.Cells.Take(TimeMapHeader.Length).Select(c => c.Words).SequenceEqual(TimeMapHeader);
        var at = Columns(header, columns);
        if (!at.ContainsKey("event") || !at.ContainsKey("date"))
            throw new NotOfFormatException(
                $"No column is known for {string.Join(" and ", Needed.Where(r => !at.ContainsKey(r)))} among {string.Join(", ", header.Cells.Take(20).Select(c => $"“{WrittenDates.Shown(c.Words)}”"))}. Name them: --column date=HEADER --column event=HEADER."
            );
        if (rows.Count > MostRows + 1)
            file.Leave($"row {rows[^1].Number}", $"Only {MostRows} rows are taken: nothing from here to the end was read.");
        var body = rows.Skip(1).Take(MostRows).ToList();
        var order = isTimeMap
            ? DateOrder.Month
            : WrittenDates.Order(body.Where(r => r.Wrong is null).Select(r => Of(r, at, "date")?.Words ?? ""), asked);
        foreach (var row in body)
            Take(file, text, row, at, order, isTimeMap, own);
        return file;
    }

    private static Dictionary<string, int> Columns(CsvRow header, IReadOnlyDictionary<string, string> given)
    {
        var names = header.Cells.Select(c => c.Words.Trim().TrimStart('\uFEFF').ToLowerInvariant()).ToList();
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (role, usual) in Headers)
        {
            string[] wanted = given.TryGetValue(role, out var named) ? [named.Trim().ToLowerInvariant()] : usual;
            var found = wanted.Select(w => names.IndexOf(w)).FirstOrDefault(i => i >= 0, -1);
            if (found < 0 && named is not null)
                throw new NotOfFormatException($"There is no column “{WrittenDates.Shown(named)}”.");
            if (found >= 0)
                at[role] = found;
        }

        return at;
    }

    private static CsvCell? Of(CsvRow row, Dictionary<string, int> at, string role) =>
        at.TryGetValue(role, out var column) && column < row.Cells.Count ? row.Cells[column] : null;

    private static void Take(
        ToldFile file,
        string text,
        CsvRow row,
        Dictionary<string, int> at,
        DateOrder order,
        bool isTimeMap,
        OwnExport own
    )
    {
        var place = $"row {row.Number}";
        string Words(string role) => Of(row, at, role) is { } cell ? Plain(cell.Words, isTimeMap) : "";
        if (row.Wrong is not null)
        {
            file.Leave(place, row.Wrong);
            return;
        }

        if (Of(row, at, "event") is not { } cell || string.IsNullOrWhiteSpace(cell.Words))
        {
            file.Leave(place, "It tells no event.");
            return;
        }

        var told = new ToldEvent(place, Label(Words("event"), isTimeMap), Quote(text, cell, isTimeMap))
        {
            Voice = isTimeMap || Words("source").Trim() is not { Length: > 0 } source ? [] : [source],
        };
        told = told with { Stance = told.Voice.Count > 0 ? Stance.Reported : Stance.Asserted };
        var dated = string.IsNullOrWhiteSpace(Words("date")) ? told : Dated(file, told, row, at, order, isTimeMap);
        if (dated is null)
            return;
        if (Words("end").Trim().Length > 0)
            file.Leave(
                place,
                $"Its end, “{WrittenDates.Shown(Words("end"))}”, is not kept: the clocks of an event are those of its beginning. The event was taken."
            );
        file.Events.Add(own.Whole(Words("id"), dated));
    }

    private static ToldEvent? Dated(ToldFile file, ToldEvent told, CsvRow row, Dictionary<string, int> at, DateOrder order, bool isTimeMap)
    {
        var cell = Of(row, at, "date")!;
        var (date, wrong) = WrittenDates.Read(cell.Words, order);
        if (date is null)
        {
            file.Leave(told.Place, wrong!);
            return null;
        }

        var clock = Of(row, at, "time") is { } c && !string.IsNullOrWhiteSpace(c.Words) ? c : null;
        var time = clock is null ? date.Time : WrittenDates.Time(clock.Words);
        if (clock is not null && (time is null || date.Day is null))
        {
            file.Leave(told.Place, $"“{WrittenDates.Shown(clock.Words)}” is no time of a day: write it HH:MM.");
            return null;
        }

        var precision = isTimeMap ? row.Cells.ElementAtOrDefault(4)?.Words : null;
        if (time is null)
            return told with { Dated = (Shortened(date.Edtf, precision), cell.At) };
        var made = new ToldTime(date.Day!.Value, time, (clock ?? cell).At);
        var zone = Of(row, at, "zone")?.Words is { } z && !string.IsNullOrWhiteSpace(z) ? z : date.Zone;
        if (zone.Length > 0 && WrittenDates.Zone(zone) is not { } known)
            file.Leave(
                told.Place,
                $"“{WrittenDates.Shown(zone)}” is no zone that is known: give an IANA id or an offset. The event was taken with a clock of unknown zone."
            );
        else if (zone.Length > 0)
            made = made with { Zones = WrittenDates.Stated(WrittenDates.Zone(zone)!, zone), IsStated = true };
        else if (isTimeMap)
            made = OwnExport.InUtc(made, string.Join(' ', row.Cells.Select(r => r.Words)));
        return told with { Times = [made] };
    }

    private static string Shortened(string edtf, string? precision) =>
        precision switch
        {
            "year" => edtf[..4],
            "month" when edtf.Length >= 7 => edtf[..7],
            _ => edtf,
        };

    // Exports put an apostrophe before what a spreadsheet would take for a formula.
    private static string Plain(string words, bool isOwn) => isOwn && words.StartsWith('\'') ? words[1..] : words;

    private static TextSpan Quote(string text, CsvCell cell, bool isTimeMap) =>
        isTimeMap && OwnExport.Quoted(text, cell.At, ": “", "” ") is { } quote ? quote : cell.At;

    private static string Label(string words, bool isTimeMap)
    {
        var end = isTimeMap ? words.IndexOf(": “", StringComparison.Ordinal) : -1;
        return Plain(end > 0 ? words[..end] : words);
    }

    private static string Plain(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
