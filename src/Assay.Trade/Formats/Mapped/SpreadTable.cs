using System.Globalization;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Writes tables that hold several observations in a row as rows of one observation each.</summary>
/// <param name="mapping">What is known of the file.</param>
internal sealed class SpreadTable(TradeMapping mapping)
{
    /// <summary>The column that says whether a row holds the total over what is not read.</summary>
    public const string Whole = "whole";

    /// <summary>The columns that are written.</summary>
    public static readonly IReadOnlyList<string> Header =
    [
        "reporter",
        "partner",
        "flow",
        "product",
        "indicators",
        "suppl_unit",
        "currency",
        "nomenclature",
        "level",
        "value_unit",
        "period",
        "value",
        "netkg",
        "suppl",
        "value_by",
        "netkg_by",
        Whole,
    ];

    private static readonly Dictionary<string, int> Places = Header
        .Select((h, i) => (h, i))
        .ToDictionary(p => p.h, p => p.i, StringComparer.Ordinal);

    private static readonly string[] Keys = [.. Header.Take(10).Select(h => h == "indicators" ? "indicator" : h)];

    private static readonly HashSet<string> Absent = [.. new FormatPlan("", false).Missing];

    // One observation of each row: the columns of its value, its weight and its other quantity.
    private sealed record Group(string? Flow, char Frequency, int Period, bool LacksYear)
    {
        public int Value { get; set; } = -1;
        public int Mass { get; set; } = -1;
        public int Extra { get; set; } = -1;
        public string? Currency { get; set; }
        public double Factor { get; set; } = 1;
        public double MassFactor { get; set; } = 1;
    }

    private const int FewestFigures = 5;

    private readonly HashSet<string> used = [];
    private readonly List<string> unpublished = [];

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Cells that were not reported (empty or ":"), so far.</summary>
    public long Missing { get; private set; }

    /// <summary>Lines below or between the rows that hold no figures, so far.</summary>
    public long Lines { get; private set; }

    /// <summary>Periods of nothing but zeros behind one of figures, which are not published yet.</summary>
    public IReadOnlyList<string> Unpublished => unpublished;

    /// <summary>Fields that hold something in any row.</summary>
    public IReadOnlySet<string> Used => used;

    /// <summary>Writes a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="lines">What stands above it.</param>
    /// <param name="writer">Takes the rows.</param>
    public void Write(FoundTable table, TableLines lines, TextWriter writer)
    {
        var keys = Keys.Select(k => IndexOf(table, k)).ToArray();
        var (period, year, month) = (IndexOf(table, "period"), IndexOf(table, "year"), IndexOf(table, "month"));
        (year, month) =
            period >= 0 ? (period, -1)
            : year < 0 ? (month, -1)
            : (year, month);
        var groups = Groups(table);
        Withhold(table, groups);
        var written = new string?[Header.Count];
        var breakdowns = mapping.Breakdowns.Select(b => (Breakdown: b, At: table.Heads.ToList().IndexOf(b.Heading))).ToList();
        foreach (var row in table.Rows.Skip(table.First).Where(r => r.Any(c => c.Length > 0)))
        {
            if (row.Count(c => c.Length > 0) == 1 && (row[0].Length > 0 || table.Columns[0] is not { IsAmount: true }))
            {
                Lines++;
                continue;
            }

            for (var k = 0; k < Keys.Length; k++)
                written[k] = Cell(row, keys[k]) is { Length: > 0 } own ? own : Above(lines, Keys[k]);
            if (breakdowns.Count > 0)
            {
                written[^1] = breakdowns.TrueForAll(b => b.Breakdown.Holds(Cell(row, b.At))) ? "total" : "part";
                used.Add(Whole);
            }

            if (mapping.Keep.Count > 0)
            {
                if (KeptRows.Leaves(mapping.Keep, table.Heads, row))
                    written[^1] = "other";
                else if (breakdowns.Count == 0)
                    written[^1] = null;
                used.Add(Whole);
            }

            var (ofYear, ofMonth) = (Cell(row, year), Cell(row, month));
            foreach (var group in groups)
                Observation(
                    row,
                    group,
                    Joined(ofYear ?? mapping.Constants.GetValueOrDefault("year") ?? lines.Of("period") ?? lines.Of("year"), ofMonth),
                    mapping.ValueFactorSaid && lines.Unit is { Weight: null } unit ? unit with { Scale = 1 } : lines.Unit,
                    written,
                    writer
                );
        }
    }

    // Some offices fill the periods to come with zeros: of the last columns those that hold nothing else, where the one before them holds
    // figures in several rows. They are unknown, not zero.
    private void Withhold(FoundTable table, List<Group> groups)
    {
        var figures = groups.ToDictionary(g => g, _ => 0);
        foreach (var row in table.Rows.Skip(table.First))
        foreach (var group in groups)
            if (
                ((int[])[group.Value, group.Mass, group.Extra]).Any(c =>
                    Amount(row, c) is { } text && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0
                )
            )
                figures[group]++;
        foreach (var series in groups.Where(g => g.Period > 0).GroupBy(g => (g.Flow, g.Frequency)))
        {
            var ordered = series.OrderByDescending(g => g.Period).ToList();
            var last = ordered.FindIndex(g => figures[g] > 0);
            if (last < 1 || figures[ordered[last]] < FewestFigures)
                continue;
            foreach (var group in ordered.Take(last))
            {
                groups.Remove(group);
                unpublished.Add(group.LacksYear ? $"month {group.Period}" : Period(group, null)!);
            }
        }
    }

    // A line "Indicator" says what the figures are only where it is one of Eurostat's.
    private static string? Above(TableLines lines, string key) =>
        lines.Of(key) is { } text && (key != "indicator" || ColumnsSaid.IsIndicator(text)) ? text : null;

    private void Observation(
        IReadOnlyList<string> row,
        Group group,
        string? rowPeriod,
        UnitReading? unit,
        string?[] written,
        TextWriter writer
    )
    {
        var (value, mass, extra) = (Amount(row, group.Value), Amount(row, group.Mass), Amount(row, group.Extra));
        if (value is null && mass is null && extra is null)
        {
            Missing++;
            return;
        }

        var observation = (string?[])written.Clone();
        void Put(string field, string? text)
        {
            if (text is null)
                return;
            observation[Places[field]] = text;
            used.Add(field);
        }

        for (var k = 0; k < Keys.Length; k++)
            if (observation[k] is not null)
                used.Add(Header[k]);
        Put("flow", group.Flow);
        Put("currency", group.Currency ?? unit?.Currency);
        Put("period", Period(group, rowPeriod));
        if (value is not null && group.Factor == 1 && unit is { Weight: not null })
        {
            // The line above the table says that its figures are weights.
            Put("netkg", value);
            Put("netkg_by", Number(unit.Factor));
        }
        else
        {
            Put("value", value);
            Put("netkg", mass);
            var factor = group.Factor != 1 || unit is not { Weight: null } ? group.Factor : unit.Factor;
            if (factor != 1)
                Put("value_by", Number(factor));
            if (group.MassFactor != 1)
                Put("netkg_by", Number(group.MassFactor));
        }

        Put("suppl", extra);
        writer.WriteLine(string.Join(',', observation.Select(TableRows.Quote)));
        Rows++;
    }

    private string? Amount(IReadOnlyList<string> row, int column) =>
        Cell(row, column)?.Trim() is { Length: > 0 } text && text[0] != ':' && !Absent.Contains(text) && !mapping.Missing.Contains(text)
            ? text
            : null;

    private static string? Cell(IReadOnlyList<string> row, int column) => column >= 0 && column < row.Count ? row[column] : null;

    private static string Number(double factor) => factor.ToString("R", CultureInfo.InvariantCulture);

    private static string? Joined(string? year, string? month) =>
        year is null || month is null ? year
        : Codes.MonthNames.Read(month) is { } named ? $"{year}-{named:00}"
        : month.Length is 1 or 2 ? $"{year}-{month.PadLeft(2, '0')}"
        : month;

    private static string? Period(Group part, string? ofRow) =>
        part.Period == 0 ? ofRow
        : part.LacksYear
            ? ofRow is null ? null
                : $"{ofRow}-{part.Period:00}"
        : part.Frequency == 'A' ? $"{part.Period / 100}"
        : $"{part.Period / 100}-{part.Period % 100:00}";

    /// <summary>The headings of two columns that hold the same amount, so that one has to be chosen; null where there are none.</summary>
    public static (string First, string Second)? Twice(FoundTable table)
    {
        var groups = Groups(table);
        var clash = groups
            .Where(g => g.Value >= 0)
            .GroupBy(g => (g.Flow, g.Frequency, g.Period, g.Currency))
            .FirstOrDefault(g => g.Count() > 1)
            ?.ToList();
        return clash is null ? null : (table.Heads[clash[0].Value], table.Heads[clash[1].Value]);
    }

    // Columns of one period and flow are one observation; two values of one are two, in currencies of their own.
    private static List<Group> Groups(FoundTable table)
    {
        var groups = new List<Group>();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (table.Columns[i] is not { IsAmount: true } part || (part.Field ?? part.Flow) is null && part.Period == 0)
                continue;
            var field = part.Field ?? "value";
            var group = groups.Find(g =>
                g.Flow == part.Flow && g.Frequency == part.Frequency && g.Period == part.Period && Column(g, field) < 0
            );
            if (group is null)
                groups.Add(group = new Group(part.Flow, part.Frequency, part.Period, part.LacksYear));
            if (field == "value")
                (group.Value, group.Currency, group.Factor) = (i, part.Currency, part.Factor);
            else if (field == "netkg")
                (group.Mass, group.MassFactor) = (i, part.Factor);
            else
                group.Extra = i;
        }

        return groups;
    }

    private static int Column(Group group, string field) =>
        field switch
        {
            "value" => group.Value,
            "netkg" => group.Mass,
            _ => group.Extra,
        };

    // Of several columns of one field the one that is said.
    private int IndexOf(FoundTable table, string key)
    {
        if (mapping.Columns.TryGetValue(key, out var said) && table.Heads.ToList().IndexOf(said) is >= 0 and var at)
            return at;
        for (var i = 0; i < table.Columns.Count; i++)
            if (table.Columns[i]?.Key == key)
                return i;
        return -1;
    }
}
