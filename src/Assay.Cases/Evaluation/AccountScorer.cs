using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Assay.Cases.Accounts;
using Assay.Cases.Report;
using Assay.Cases.Wording;
using Assay.Ground.Anchors;
using Assay.Reading.Voices;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Evaluation;

/// <summary>Scores a report against a gold account. Quotes are compared by where they stand.</summary>
internal sealed partial class AccountScorer
{
    private const int UsualTolerance = 2;
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly string[] Values = ["value", "min", "max"];
    private readonly Gold gold;
    private readonly AuditReport report;
    private readonly GoldText text;
    private readonly Score score = new();

    private AccountScorer(Gold gold, AuditReport report) =>
        (this.gold, this.report, text) = (gold, report, new GoldText(report.Sources[0].Text));

    /// <summary>The score.</summary>
    /// <param name="gold">The gold.</param>
    /// <param name="report">What the check says of the account of its text.</param>
    public static Score Of(Gold gold, AuditReport report)
    {
        var scorer = new AccountScorer(gold, report);
        scorer.Clocks();
        scorer.Claims();
        scorer.Figures();
        scorer.Statements();
        scorer.Leaks();
        scorer.Metadata();
        return scorer.score;
    }

    private TextSpan? Place(Anchor quote) => text.Of(quote.Start, quote.End);

    private TextSpan? Place(JsonElement item) => text.First(Gold.Text(item, "quote") ?? "");

    private void Clocks()
    {
        // A gold gives words alone: where they stand more than once, each place may be meant.
        var told = gold.List("clocks").Select(g => (Item: g, At: text.Places(Gold.Text(g, "quote") ?? ""))).ToList();
        var made = report.Clocks.Select(c => (Item: c, At: Place(c.Quote))).ToList();
        foreach (var clock in made)
            score.Add("precision", told.Exists(g => IsSame(g, clock) || Gold.Is(g.Item, "optional") && IsAt(g.At, clock.At)));
        var used = new HashSet<int>();
        foreach (var g in told.Where(g => !Gold.Is(g.Item, "optional")))
        {
            var hits = Enumerable.Range(0, made.Count).Where(i => IsSame(g, made[i])).ToList();
            score.Add("clocks", hits.Count > 0);
            if (hits.Count == 0)
                continue;
            // One clock over a long quote may serve two mentions of one event.
            var hit = hits.Where(i => !used.Contains(i)).Append(hits[0]).First();
            used.Add(hit);
            Clock(g.Item, made[hit].Item);
        }
    }

    private void Clock(JsonElement g, ClockEntry made)
    {
        score.Add("roles", EnumNames.Of(made.Role) == Gold.Text(g, "role"));
        score.Add(
            "voices",
            Gold.Texts(g, "voices", "voice").Any(v => Stripped(made.Voice).Contains(Stripped(v), StringComparison.Ordinal))
        );
        if (Home(Gold.Text(g, "zoneVar")) is not { } home)
            return;
        var own = made.Zones.FirstOrDefault(z => z.Home)?.Zone ?? (made.Zones.Count > 0 ? made.Zones[0].Zone : null);
        score.Add("zones", own is not null && IsSameOffset(own, home, Local(g)));
    }

    private string? Home(string? zone) =>
        zone is not null && gold.Json.TryGetProperty("zones", out var zones) && zones.TryGetProperty(zone, out var found)
            ? Gold.Text(found, "home")
            : null;

    private static bool IsSame((JsonElement Item, List<TextSpan> At) g, (ClockEntry Item, TextSpan? At) clock) =>
        clock.Item.Local is { Date: { } day, Time: { } time } && day.At(Minute(time)) == Local(g.Item) && IsAt(g.At, clock.At);

    private static bool IsAt(List<TextSpan> told, TextSpan? made) => told.Exists(t => GoldText.Shared(t, made) > 0);

    private static LocalTime Minute(LocalTime time) => time.With(TimeAdjusters.TruncateToMinute);

    private static LocalDateTime? Local(JsonElement gold) =>
        Minutes.Parse(Gold.Text(gold, "local") ?? "") is { Success: true, Value: var told } ? told : null;

    private static bool IsSameOffset(string a, string b, LocalDateTime? local)
    {
        if (a == b)
            return true;
        return local is { } at
            && DateTimeZoneProviders.Tzdb.GetZoneOrNull(a) is { } one
            && DateTimeZoneProviders.Tzdb.GetZoneOrNull(b) is { } other
            && one.AtLeniently(at).Offset == other.AtLeniently(at).Offset;
    }

    private void Claims()
    {
        var told = gold.List("claims").ToList();
        var pairs = Pairs(told);
        for (var i = 0; i < told.Count; i++)
        {
            score.Add("claims found", pairs.ContainsKey(i));
            score.Add("claims right", pairs.TryGetValue(i, out var j) && Claim(told[i], report.Claims[j]));
        }

        var back = pairs.ToDictionary(p => p.Value, p => p.Key);
        for (var j = 0; j < report.Claims.Count; j++)
            if (IsAccusation(report.Claims[j]))
                Accusation(report.Claims[j], back.TryGetValue(j, out var i) ? told[i] : null);
    }

    private static bool IsAccusation(ClaimEntry claim) =>
        claim.Verdict is Outcome.Never or Outcome.Contradictory && claim.Kind is not (ClaimKind.Count or ClaimKind.Distance);

    private void Accusation(ClaimEntry claim, JsonElement? told)
    {
        var isRight = told is { } g && IsRight(g, claim);
        score.Add("accusations right", isRight);
        if (!isRight)
            score.Wrong.Add($"false {EnumNames.Of(claim.Verdict)}: “{claim.Quote.Exact}”");
    }

    private bool Claim(JsonElement g, ClaimEntry made)
    {
        var isRight = IsRight(g, made);
        if (!isRight)
        {
            score.Wrong.Add($"{Gold.Text(g, "id")}: {EnumNames.Of(made.Verdict)}, gold {Gold.Text(g, "verdict")}");
            score.WrongVerdicts += made.Verdict is Outcome.Always or Outcome.Never ? 1 : 0;
        }

        if (Gold.Number(g, "gapMin") is { } least && !Gold.Is(g, "debatable"))
            score.Add("gaps", IsGap(g, made, least));
        return isRight;
    }

    private static bool IsRight(JsonElement g, ClaimEntry made)
    {
        var verdict = EnumNames.Of(made.Verdict);
        return Gold.Is(g, "debatable") ? Gold.Texts(g, "acceptable", "verdict").Contains(verdict) : Gold.Text(g, "verdict") == verdict;
    }

    private static bool IsGap(JsonElement g, ClaimEntry made, double least)
    {
        var within = Math.Max(UsualTolerance, Gold.Number(g, "granMin") ?? 0);
        var (min, max, most) = (made.GapMin?.TotalMinutes, made.GapMax?.TotalMinutes, Gold.Number(g, "gapMax"));
        if (min is not { } from || Math.Abs(from - least) > within)
            return false;
        return most is null == max is null && !(most is { } a && max is { } b && Math.Abs(a - b) > within);
    }

    // One to one, those that cover each other best first; of claims that do so alike, those of one kind.
    private Dictionary<int, int> Pairs(List<JsonElement> told)
    {
        var candidates = new List<(double Fit, int Gold, int Made)>();
        for (var i = 0; i < told.Count; i++)
        for (var j = 0; j < report.Claims.Count; j++)
        {
            var (a, b) = (Place(told[i]), Place(report.Claims[j].Quote));
            var shared = GoldText.Shared(a, b);
            if (shared == 0)
                continue;
            var union = Math.Max(a!.Value.End, b!.Value.End) - Math.Min(a.Value.Start, b.Value.Start);
            var isKind = Gold.Text(told[i], "kind") == EnumNames.Of(report.Claims[j].Kind);
            candidates.Add(((isKind ? 0.3 : 0) + (double)shared / union, i, j));
        }

        var (pairs, used) = (new Dictionary<int, int>(), new HashSet<int>());
        foreach (var (_, i, j) in candidates.OrderByDescending(c => c.Fit).ThenByDescending(c => c.Gold).ThenByDescending(c => c.Made))
            if (!pairs.ContainsKey(i) && used.Add(j))
                pairs[i] = j;
        return pairs;
    }

    private void Figures()
    {
        foreach (var g in gold.List("figures").Where(g => !Gold.Is(g, "optional")))
        {
            var at = Place(g);
            double[] wanted = [.. Values.Select(n => Gold.Number(g, n)).OfType<double>()];
            score.Add(
                "figures",
                report.Figures.Any(f =>
                    GoldText.Shared(at, Place(f.Quote)) > 0 && wanted.All(w => f.Value == w || f.Min == w || f.Max == w)
                )
            );
        }
    }

    private void Statements()
    {
        List<(TextSpan? At, Stance Stance)> said =
        [
            .. report.Statements.Select(s => (Place(s.Quote), s.Stance)),
            .. report.Questions.Select(q => (Place(q.Quote), Stance.Asked)),
            .. report.Forecasts.Select(f => (Place(f.Quote), Stance.Forecast)),
        ];
        foreach (var g in gold.List("stances"))
        {
            var at = Place(g);
            var right = Gold.Texts(g, "acceptable", "stance");
            score.Add("stances", said.Exists(s => IsMostOf(at, s.At) && right.Contains(EnumNames.Of(s.Stance))));
        }

        Texts("questions", report.Questions.Select(q => q.Quote));
        Texts("forecasts", report.Forecasts.Select(f => f.Quote));
    }

    private void Texts(string list, IEnumerable<Anchor> made)
    {
        var places = made.Select(Place).ToList();
        foreach (var g in gold.List(list))
            score.Add("questions and forecasts", text.First(g.GetString() ?? "") is var at && places.Exists(p => IsMostOf(at, p)));
    }

    private static bool IsMostOf(TextSpan? told, TextSpan? made) => told is { } at && GoldText.Shared(at, made) >= 0.5 * at.Length;

    private void Leaks()
    {
        var furniture = gold.List("furniture").Select(f => f.GetString() ?? "").ToList();
        var places = furniture.SelectMany(text.Places).ToList();
        foreach (var quote in Quotes())
            if (Place(quote) is { } at && places.Exists(p => p.Overlaps(at)))
            {
                score.Leaks++;
                score.Wrong.Add($"not of the article: “{quote.Exact}”");
            }
    }

    private IEnumerable<Anchor> Quotes() =>
        report
            .Clocks.Select(c => c.Quote)
            .Concat(report.Events.Select(e => e.Quote))
            .Concat(report.Claims.Select(c => c.Quote))
            .Concat(report.Figures.Select(f => f.Quote))
            .Concat(report.Statements.Select(s => s.Quote))
            .Concat(report.Questions.Select(q => q.Quote))
            .Concat(report.Forecasts.Select(f => f.Quote));

    private void Metadata()
    {
        if (!gold.Json.TryGetProperty("metadata", out var told))
            return;
        var source = report.Sources[0];
        Meta("title", source.Title ?? "", isWhole: false);
        Meta("author", string.Join(' ', source.Authors), isWhole: false);
        Meta("published", source.Published?.ToString() ?? "", isWhole: false);
        Meta("section", source.Section ?? "", isWhole: true);

        void Meta(string name, string made, bool isWhole)
        {
            if (Gold.Text(told, name) is not { Length: > 0 } wanted)
                return;
            var (a, b) = (Stripped(wanted), Stripped(made));
            score.Add("metadata", isWhole ? a == b : b.Contains(a, StringComparison.Ordinal));
        }
    }

    private static string Stripped(string words) => Marks().Replace(GoldText.Of(words).ToLower(CultureInfo.InvariantCulture), " ").Trim();

    [GeneratedRegex(@"\W+")]
    private static partial Regex Marks();
}
