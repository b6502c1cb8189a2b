using System.Text;
using System.Text.Json;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Accounts;

/// <summary>Reads the JSON form of an account item by item, so that a mistake in one loses nothing else.</summary>
internal sealed class AccountReader
{
    private const int LongestQuote = 160;
    private readonly List<Refusal> refused = [];
    private readonly Dictionary<string, (string Path, int Line)> paths = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> lost = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> lines;

    private AccountReader(byte[] json) => lines = ItemLines.Of(json);

    /// <summary>Reads an account.</summary>
    /// <param name="json">The bytes of the file, UTF-8.</param>
    /// <param name="file">Its name, for messages.</param>
    public static Result<AccountFile> Read(byte[] json, string file)
    {
        if (json.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            json = json[Encoding.UTF8.Preamble.Length..];
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Wrong(file, 1, "The file holds JSON, but no account.");
            return new AccountReader(json).Read(document.RootElement, file);
        }
        catch (JsonException e)
        {
            return Wrong(file, (int)(e.LineNumber ?? 0) + 1, $"The file is not JSON: {Plain(e.Message)}");
        }
    }

    private static Error Wrong(string file, int line, string what) =>
        new(
            ErrorKind.Input,
            what,
            "An account is what 'assay read' writes; docs/account.md shows one written by hand.",
            new Location(file, line)
        );

    private Result<AccountFile> Read(JsonElement root, string file)
    {
        if (root.TryGetProperty("schema", out var schema) && schema.ValueEquals(Account.Version) is false)
            return Wrong(file, 1, $"The account is of the shape {schema}, and this program knows {Account.Version}.");
        var account = new Account
        {
            Meanings = One<AccountMeanings>(root, "meanings") ?? new AccountMeanings(),
            Sources = All<SourceItem>(root, "sources"),
            Times = All<TimeExpressionEntry>(root, "times"),
            Events = All<EventItem>(root, "events"),
            Zones = All<ZoneItem>(root, "zones"),
            Globals = All<GlobalItem>(root, "globals"),
            Clocks = All<ClockItem>(root, "clocks"),
            Claims = All<ClaimItem>(root, "claims"),
            Counts = All<CountItem>(root, "counts"),
            Distances = All<DistanceItem>(root, "distances"),
            Routes = All<RouteItem>(root, "routes"),
            Statements = All<StatementEntry>(root, "statements"),
            Figures = All<FigureEntry>(root, "figures"),
            SameFigures = All<SameFigureItem>(root, "sameFigures"),
            SameOrigins = All<SameOriginEntry>(root, "sameOrigins") is { Count: > 0 } origins ? origins : null,
            Questions = All<QuestionEntry>(root, "questions"),
            Forecasts = All<ForecastEntry>(root, "forecasts"),
            Places = All<PlaceEntry>(root, "places"),
            Actors = All<ActorEntry>(root, "actors"),
            Refused = All<RefusedEntry>(root, "refused"),
            Provenance = All<ProvenanceItem>(root, "provenance") is { Count: > 0 } told ? told : null,
            Notes = All<string>(root, "notes"),
        };
        foreach (var member in root.EnumerateObject().Where(m => m.Name != "schema" && !known.Contains(m.Name)))
            refused.Add(
                new Refusal(
                    member.Name,
                    lines.GetValueOrDefault(member.Name),
                    $"An account has no member of that name; it has {string.Join(", ", known)}."
                )
            );
        if (account.Sources.Count == 0)
            return Wrong(file, 1, "The account names no source, so nothing in it can be checked.");
        return new AccountFile(account, refused, paths, lost);
    }

    private readonly List<string> known = [];

    private T? One<T>(JsonElement root, string name)
        where T : class
    {
        known.Add(name);
        return root.TryGetProperty(name, out var value) ? Item<T>(value, name) : null;
    }

    private List<T> All<T>(JsonElement root, string name)
        where T : class
    {
        known.Add(name);
        var found = new List<T>();
        if (!root.TryGetProperty(name, out var list))
            return found;
        if (list.ValueKind != JsonValueKind.Array)
        {
            refused.Add(new Refusal(name, lines.GetValueOrDefault(name), "This has to be a list: put it in [ and ]."));
            return found;
        }

        var at = 0;
        foreach (var element in list.EnumerateArray())
        {
            var path = $"{name}[{at++}]";
            if (Item<T>(element, path) is not { } item)
                continue;
            paths[$"{name}[{found.Count}]"] = (path, lines.GetValueOrDefault(path));
            found.Add(item);
        }

        return found;
    }

    private T? Item<T>(JsonElement element, string path)
        where T : class
    {
        try
        {
            if (element.Deserialize<T>(AccountJson.Reading) is { } item)
                return item;
            refused.Add(new Refusal(path, lines.GetValueOrDefault(path), "There is nothing here."));
        }
        catch (JsonException e)
        {
            if (
                element.ValueKind == JsonValueKind.Object
                && element.TryGetProperty("id", out var id)
                && id.ValueKind == JsonValueKind.String
            )
                lost.TryAdd(id.GetString()!, path);
            var member = e.Path is { Length: > 2 } inner ? inner[1..] : "";
            refused.Add(new Refusal(path + member, lines.GetValueOrDefault(path), Plain(e.Message)));
        }

        return null;
    }

    // What the library says, without its position (which is that of the element) and the names of types.
    internal static string Plain(string message)
    {
        var end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        if (end >= 0)
            message = message[..end];
        end = message.IndexOf(" LineNumber: ", StringComparison.Ordinal);
        if (end >= 0)
            message = message[..end];
        if (message.Contains("missing required properties", StringComparison.Ordinal))
            return $"It lacks {Named(message)}.";
        if (message.Contains("could not be mapped to any .NET member", StringComparison.Ordinal))
            return $"It has a member that is not known, “{Short(message.Split('\'')[1])}”.";
        return message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal)
            ? "The value is of the wrong kind."
            : Short(message);
    }

    // A message quotes the file, which may be long, and may hold anything.
    private static string Short(string message) => Printable.Of(message.Length <= LongestQuote ? message : message[..LongestQuote] + "…");

    private static string Named(string message)
    {
        var names = message[message.LastIndexOf(':')..].Split('\'').Where((_, i) => i % 2 == 1);
        return string.Join(", ", names);
    }
}
