using System.Text.Json;
using Assay.Ground.Anchors;
using Assay.Reading.Actors;

namespace Assay.Cases.Exchange.Incoming;

/// <summary>FollowTheMoney, an entity a line: events with their dates, who is named, notes. A document without its text is a name of a
/// file.</summary>
internal static class FollowTheMoneyFile
{
    private const int LongestLine = 1 << 20;
    private const int MostLines = 50_000;

    private static readonly Dictionary<string, ActorKind> Actors = new(StringComparer.Ordinal)
    {
        ["Person"] = ActorKind.Person,
        ["PublicBody"] = ActorKind.Government,
        ["Organization"] = ActorKind.Organisation,
        ["Company"] = ActorKind.Organisation,
        ["LegalEntity"] = ActorKind.Group,
    };

    /// <summary>Reads the file.</summary>
    /// <param name="text">The file.</param>
    /// <param name="own">What an export of Assay says beyond it.</param>
    /// <param name="knows">True for a file, by its name or hash, that the case has.</param>
    public static ToldFile Read(string text, OwnExport own, Func<string, bool> knows)
    {
        var (file, line) = (new ToldFile(), 0);
        for (var at = 0; at < text.Length; )
        {
            var stop = text.IndexOf('\n', at);
            var end = stop < 0 ? text.Length : stop;
            var place = $"line {++line}";
            if (line > MostLines)
            {
                file.Leave(place, $"Only {MostLines} lines are taken: nothing from here to the end was read.");
                break;
            }

            if (end - at > LongestLine)
                file.Leave(place, $"The line is longer than {LongestLine} characters.");
            else if (!string.IsNullOrWhiteSpace(text[at..end]))
                Take(file, text, at, end, place, own, knows);
            at = end + 1;
        }

        return file;
    }

    private static void Take(ToldFile file, string text, int from, int to, string place, OwnExport own, Func<string, bool> knows)
    {
        JsonPiece entity;
        try
        {
            entity = JsonPiece.Read(text, from, to);
        }
        catch (JsonException e)
        {
            file.Leave(place, $"It is no JSON: {WrittenDates.Shown(e.Message)}");
            return;
        }

        var schema = entity.Text("schema")?.Words ?? "";
        if (entity["properties"] is not { Kind: JsonValueKind.Object } properties || schema.Length == 0)
            file.Leave(place, "It is no entity: “schema” or “properties” is missing.");
        else if (schema == "Event")
            Event(file, text, entity, properties, place, own);
        else if (Actors.TryGetValue(schema, out var kind) && properties.Text("name") is { Words.Length: > 0 } name)
            file.Actors.Add(new(name.Words, kind, name.At));
        else if (schema == "Note" && properties.Text("description") is { Words.Length: > 0 } note)
            file.Statements.Add(note.At);
        else if (properties.Text("fileName") is { } named && IsKnown(properties, named.Words, knows))
            return;
        else if (properties.Text("fileName") is not null)
            file.Leave(
                place,
                $"The {schema} “{WrittenDates.Shown(properties.Text("fileName")!.Words)}” is not here, only its name: add the file itself with 'assay case add'."
            );
        else
            file.Leave(place, $"Of {WrittenDates.Shown(schema)} nothing is taken: events, names and notes are.");
    }

    private static bool IsKnown(JsonPiece properties, string name, Func<string, bool> knows) =>
        (properties["notes"]?.Items ?? []).Select(n => n.Words.Split(' ')[^1]).Append(name).Any(knows);

    private static void Event(ToldFile file, string text, JsonPiece entity, JsonPiece properties, string place, OwnExport own)
    {
        var name = properties.Text("name");
        var words = new[] { properties.Text("summary"), name, properties.Text("description") }.FirstOrDefault(p =>
            p is { Words.Length: > 0 }
        );
        if (words is null)
        {
            file.Leave(place, "The event has no name and no words.");
            return;
        }

        var told = new ToldEvent(place, (name is { Words.Length: > 0 } ? name : words).Words, words.At);
        var start = properties.Text("startDate") ?? properties.Text("date");
        if (start is not null)
        {
            var (date, wrong) = WrittenDates.Read(start.Words, DateOrder.Told);
            if (date is null)
            {
                file.Leave(place, wrong!);
                return;
            }

            told = date.Time is null
                ? told with
                {
                    Dated = (date.Edtf, start.At),
                }
                : told with
                {
                    Times = [Clock(date, start.At, properties)],
                };
        }

        var isOwn = Says(properties).Contains("Written in UTC.", StringComparison.Ordinal);
        if (!isOwn && properties.Text("endDate") is { } end && end.Words != start?.Words)
            file.Leave(
                place,
                $"Its end, “{WrittenDates.Shown(end.Words)}”, is not kept: the clocks of an event are those of its beginning. The event was taken."
            );
        file.Events.Add(own.Whole(entity.Text("id")?.Words, told));
    }

    private static string Says(JsonPiece properties) => string.Join(' ', (properties["description"]?.Items ?? []).Select(d => d.Words));

    private static ToldTime Clock(WrittenDate date, TextSpan at, JsonPiece properties)
    {
        var made = new ToldTime(date.Day!.Value, date.Time, at);
        return date.Zone.Length > 0 && WrittenDates.Zone(date.Zone) is { } zone
            ? made with
            {
                Zones = WrittenDates.Stated(zone, date.Zone),
                IsStated = true,
            }
            : OwnExport.InUtc(made, Says(properties));
    }
}
