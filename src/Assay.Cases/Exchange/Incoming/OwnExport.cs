using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Ground.Anchors;
using Assay.Reading.Events;
using Assay.Reading.Voices;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>What an export of Assay says beyond its format: the sidecar beside it, and the words that its times come with.</summary>
internal sealed partial class OwnExport
{
    private const string Schema = "assay-sidecar/1";
    private readonly Dictionary<string, JsonPiece> items = new(StringComparer.Ordinal);

    /// <summary>Reads a sidecar.</summary>
    /// <param name="sidecar">Its text; null where there is none.</param>
    /// <exception cref="NotOfFormatException">It is no sidecar.</exception>
    public OwnExport(string? sidecar)
    {
        if (sidecar is null)
            return;
        try
        {
            var whole = JsonPiece.Read(sidecar, 0, sidecar.Length);
            if (whole["schema"]?.Words != Schema || whole["items"] is not { Kind: JsonValueKind.Object } kept)
                throw new NotOfFormatException(
                    $"The sidecar beside it is not of the form {Schema}: move it away or take the one it was written with."
                );
            foreach (var (id, item) in kept.Members)
                items[id] = items[FollowTheMoney.Id(id)] = item;
        }
        catch (JsonException e)
        {
            throw new NotOfFormatException($"The sidecar beside it is no JSON: {e.Message}");
        }
    }

    /// <summary>An event with what the sidecar tells of it; as it is where it tells nothing.</summary>
    /// <param name="id">The event's id in the file.</param>
    /// <param name="told">The event as the file has it.</param>
    public ToldEvent Whole(string? id, ToldEvent told)
    {
        if (id is null || !items.TryGetValue(id, out var item))
            return told;
        var times = (item["clocks"]?.Items ?? []).Select(Clock).OfType<ToldTime>().ToList();
        var at = told.Times is [var first, ..] ? first.Words : null;
        return told with
        {
            Label = item.Text("label") is { Words.Length: > 0 } label ? label.Words : told.Label,
            Times = times.Count > 0 ? [.. times.Select(t => t with { Words = at })] : told.Times,
            Voice = [.. (item["voice"]?.Items ?? []).Select(v => v.Words).Where(v => v.Length > 0)],
            Stance = Enum.TryParse<Stance>(item.Text("stance")?.Words, true, out var stance) ? stance : told.Stance,
            Mood = Enum.TryParse<EventMood>(item.Text("mood")?.Words, true, out var mood) ? mood : told.Mood,
        };
    }

    /// <summary>The time of words that an export of Assay writes beside a time: in UTC, and as long as they say.</summary>
    /// <param name="told">The time as the file has it.</param>
    /// <param name="words">All words of the event.</param>
    public static ToldTime InUtc(ToldTime told, string words)
    {
        if (!words.Contains("Written in UTC.", StringComparison.Ordinal))
            return told;
        var utc = told with { Zones = [new ZoneChoice("UTC", "stated: “Written in UTC.”", true)], IsStated = true };
        if (Span().Match(words) is not { Success: true } span)
            return utc;
        var (from, until) = (
            InstantPattern.General.Parse(span.Groups["from"].Value),
            InstantPattern.General.Parse(span.Groups["until"].Value)
        );
        return
            from.Success
            && until.Success
            && until.Value - from.Value is var length
            && length > Duration.Zero
            && length <= Duration.FromDays(1)
            ? utc with
            {
                Grain = length,
            }
            : utc;
    }

    private static ToldTime? Clock(JsonPiece clock)
    {
        var written = clock.Text("local")?.Words ?? "";
        var (date, _) = WrittenDates.Read(written, DateOrder.Told);
        if (date is not { Day: { } day, Time: { } time })
            return null;
        var minutes = double.TryParse(clock["minutes"]?.Words, NumberStyles.Float, CultureInfo.InvariantCulture, out var m) ? m : 1;
        return new(day, time, null)
        {
            Zones = [.. (clock["zones"]?.Items ?? []).Where(z => z.Text("zone") is not null).Select(Zone)],
            IsStated = clock["zoneStated"] is { IsTrue: true },
            Approximate = clock["approximate"] is { IsTrue: true },
            Voice = clock.Text("voice")?.Words,
            Grain = minutes is > 0 and <= 24 * 60 ? Duration.FromMinutes(minutes) : Duration.FromMinutes(1),
            OtherDays = [.. (clock["otherDays"]?.Items ?? []).Select(d => LocalMoment.Read(d.Words)?.Date).OfType<LocalDate>()],
        };
    }

    private static ZoneChoice Zone(JsonPiece zone) =>
        new(zone.Text("zone")!.Words, zone.Text("reason")?.Words ?? "", zone["home"] is { IsTrue: true });

    /// <summary>The words between the first and the last quotation mark of an export's description; null where there are none.</summary>
    public static TextSpan? Quoted(string text, TextSpan at, string open, string close)
    {
        var words = at.Of(text);
        var (from, to) = (words.IndexOf(open, StringComparison.Ordinal), words.LastIndexOf(close, StringComparison.Ordinal));
        return from < 0 || to <= from + open.Length ? null : new TextSpan(at.Start + from + open.Length, at.Start + to);
    }

    [GeneratedRegex(@"anywhere from (?<from>[0-9T:Z-]{20}) to (?<until>[0-9T:Z-]{20})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Span();
}
