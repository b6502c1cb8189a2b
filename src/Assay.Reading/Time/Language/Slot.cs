namespace Assay.Reading.Time.Language;

/// <summary>
/// What a pattern can say about a time. A class of words named like a slot fills it (<c>{month}</c> fills <see cref="Month"/>), a rule can
/// set it (<c>unit=D</c>). Values are numbers; the names a language file may use for them are in <see cref="SlotValues"/>.
/// </summary>
internal enum Slot : byte
{
    /// <summary>Matched, but nothing is recorded.</summary>
    None,
    Year,
    Year2,
    Month,
    Dom,
    Weekday,
    Season,
    Quarter,
    Half,
    Decade,
    Century,
    Era,
    Part,
    Hour,
    Minute,
    Second,
    Fraction,
    Ampm,
    Clockmod,
    Zone,
    Zonefrom,
    Zoneto,
    Zonesign,
    Zonehour,
    Zoneminute,
    Place,
    Dir,
    Offset,
    Unit,
    Unit2,
    Num,
    Num2,
    Plus,
    Ord,
    Mod,
    Rel,
    Ref,
    Holiday,
    Fiscal,
    Freq,
    Quant,
    Anchor,
    Headfrom,
    Tense,
    Count,
}

/// <summary>The names that a language file may use for values of slots, where the value is not simply a number.</summary>
internal static class SlotValues
{
    /// <summary>Units, in the order of their size.</summary>
    public static readonly string[] Units =
    [
        "S",
        "MIN",
        "H",
        "D",
        "WE",
        "W",
        "FN",
        "M",
        "Q",
        "HY",
        "SEASON",
        "Y",
        "DE",
        "CE",
        "MIL",
        "NIGHT",
        "X",
    ];

    /// <summary>TIMEX3 modifiers.</summary>
    public static readonly string[] Mods =
    [
        "",
        "START",
        "MID",
        "END",
        "APPROX",
        "LESS_THAN",
        "MORE_THAN",
        "EQUAL_OR_LESS",
        "EQUAL_OR_MORE",
        "BEFORE",
        "AFTER",
        "ON_OR_BEFORE",
        "ON_OR_AFTER",
    ];

    /// <summary>Parts of the day.</summary>
    public static readonly string[] Parts = ["", "MO", "MI", "AF", "EV", "NI", "DT"];

    /// <summary>Seasons in the order of the northern year.</summary>
    public static readonly string[] Seasons = ["WI", "SP", "SU", "FA"];

    /// <summary>Vague references.</summary>
    public static readonly string[] Refs = ["PAST_REF", "PRESENT_REF", "FUTURE_REF"];

    /// <summary>What a count of units is counted from.</summary>
    public static readonly string[] Relations =
    [
        "ago",
        "hence",
        "earlier",
        "later",
        "after",
        "before",
        "since",
        "until",
        "during",
        "at",
        "immediately after",
    ];

    /// <summary>Halves of the clock.</summary>
    public static readonly string[] HalvesOfDay = ["am", "pm"];

    private static readonly string[][] All = [Units, Mods, Parts, Seasons, Refs, Relations, HalvesOfDay];

    /// <summary>The value a number or a name stands for, or null where there is no such name. No name stands in two tables.</summary>
    public static long? Parse(string text)
    {
        if (long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return number;
        foreach (var names in All)
        {
            var index = Array.IndexOf(names, text);
            if (index >= 0)
                return index;
        }
        return null;
    }
}
