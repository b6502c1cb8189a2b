using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Reading.Actors;

namespace Assay.Cases.Exchange;

/// <summary>FollowTheMoney, an entity a line: sources as documents, who is named, what happened, and statements as notes.</summary>
internal sealed class FollowTheMoney : ExchangeFormat
{
    /// <inheritdoc/>
    public override string Name => "ftm";

    /// <inheritdoc/>
    public override string About => "FollowTheMoney entities, one JSON object a line; times in UTC, zones in the sidecar";

    /// <inheritdoc/>
    public override string Ending => ".ftm.jsonl";

    /// <inheritdoc/>
    public override string Type => "application/x-ndjson";

    /// <inheritdoc/>
    protected override ExchangeFile Make(ExchangeMaterial material)
    {
        var report = material.Report;
        var times = new EventTimes(report);
        var places = report.Places.ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
        var known = report.Actors.Select(a => a.Id).ToHashSet(StringComparer.Ordinal);
        var (lines, kept) = (new List<string>(), new JsonObject());
        lines.AddRange(report.Sources.Select(s => Entity(s.Id, "Document", Document(s))));
        lines.AddRange(
            report.Actors.Select(a => Entity(a.Id, Kind(a.Kind), [("name", [a.Name]), ("proof", Ids(a.Mentions.Select(m => m.Source)))]))
        );
        foreach (var of in report.Events)
        {
            kept[of.Id] = times.Whole(of);
            var place = of.Place is null ? null : places.GetValueOrDefault(of.Place);
            lines.Add(Entity(of.Id, "Event", Event(of, times.Of(of), place, of.Actors.Where(known.Contains))));
        }

        lines.AddRange(report.Statements.Select(s => Entity(s.Id, "Note", Note(s))));
        return new(string.Concat(lines.Select(l => l + "\n")), lines.Count, [], kept);
    }

    private static (string, IEnumerable<string?>)[] Document(SourceEntry source) =>
        [
            ("fileName", [source.File]),
            ("title", [source.Title]),
            ("publishedAt", [source.Published?.ToString()]),
            ("notes", [$"SHA-256 {source.Sha256}"]),
        ];

    private static (string, IEnumerable<string?>)[] Event(EventEntry of, WrittenTime? time, string? place, IEnumerable<string> actors) =>
        [
            ("name", [of.Label]),
            ("summary", [of.Quote.Exact]),
            ("description", [time?.Words ?? EventTimes.Untimed, $"Stance: {of.Stance}; mood: {of.Mood}."]),
            (time is { Parts: < 5 } ? "date" : "startDate", [Date(time?.From, time)]),
            ("endDate", [time is { Parts: 5 } ? Date(time.Until, time) : null]),
            ("location", [place]),
            ("involved", Ids(actors)),
            ("proof", Ids([of.Quote.Source])),
        ];

    private static (string, IEnumerable<string?>)[] Note(StatementEntry said) =>
        [("description", [$"{string.Join(" > ", said.Voice)} ({said.Stance}): {said.Quote.Exact}"]), ("entity", Ids([said.Quote.Source]))];

    private static string? Date(NodaTime.LocalDateTime? at, WrittenTime? time) =>
        time is null ? null : at?.ToString(Pattern(time.Parts), CultureInfo.InvariantCulture);

    private static string Pattern(int parts) =>
        parts switch
        {
            1 => "uuuu",
            2 => "uuuu-MM",
            3 => "uuuu-MM-dd",
            _ => "uuuu-MM-dd'T'HH:mm:ss",
        };

    private static string Kind(ActorKind kind) =>
        kind switch
        {
            ActorKind.Person => "Person",
            ActorKind.Government => "PublicBody",
            ActorKind.Organisation or ActorKind.Outlet => "Organization",
            _ => "LegalEntity",
        };

    private static IEnumerable<string?> Ids(IEnumerable<string> ids) => ids.Distinct(StringComparer.Ordinal).Select(Id);

    // Ids of an account are any strings; those here are letters, digits and hyphens that any consumer takes.
    internal static string Id(string id) => "assay-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, 20));

    private static string Entity(string id, string schema, (string Name, IEnumerable<string?> Values)[] properties)
    {
        var held = new JsonObject();
        foreach (var (name, values) in properties)
        {
            if (Json.Words(values.Where(v => !string.IsNullOrWhiteSpace(v))) is { Count: > 0 } words)
                held[name] = words;
        }

        return Json.Line(
            new JsonObject
            {
                ["id"] = Id(id),
                ["schema"] = schema,
                ["properties"] = held,
            }
        );
    }
}
