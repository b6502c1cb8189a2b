namespace Assay.Chronology.Edtf;

/// <summary>
/// The groupings of months that EDTF writes in the place of a month, 21 to 41 (ISO 8601-2:2019, 4.8). Seasons are counted in whole months
/// (meteorological); a season that runs over New Year may be the one that begins or the one that ends in the stated year, and a season
/// without
/// a hemisphere (21 to 24) may be that of either.
/// </summary>
public static class EdtfSeasons
{
    /// <summary>Lowest code: spring, hemisphere not stated.</summary>
    public const int First = 21;

    /// <summary>Highest code: second half of the year.</summary>
    public const int Last = 41;

    /// <summary>English name of a code from 21 to 41.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code is outside 21 to 41.</exception>
    public static string Name(int code) =>
        code switch
        {
            21 => "spring",
            22 => "summer",
            23 => "autumn",
            24 => "winter",
            >= 25 and <= 28 => $"{Name(code - 4)}, northern hemisphere",
            >= 29 and <= 32 => $"{Name(code - 8)}, southern hemisphere",
            >= 33 and <= 36 => $"quarter {code - 32}",
            >= 37 and <= 39 => $"third {code - 36} of the year",
            40 or 41 => $"half {code - 39}",
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "Groupings of months are 21 to 41."),
        };

    /// <summary>
    /// The stretches of months a code may mean, in the order of time. The first month counts from January of the stated year: 1 is January,
    /// 0 the December before, 12 the December in which a winter begins.
    /// </summary>
    internal static IReadOnlyList<(int FirstMonth, int Months)> Stretches(int code) =>
        code switch
        {
            21 or 23 => [(3, 3), (9, 3)],
            22 or 24 => [(0, 3), (6, 3), (12, 3)],
            25 or 31 => [(3, 3)],
            26 or 32 => [(6, 3)],
            27 or 29 => [(9, 3)],
            28 or 30 => [(0, 3), (12, 3)],
            >= 33 and <= 36 => [(((code - 33) * 3) + 1, 3)],
            >= 37 and <= 39 => [(((code - 37) * 4) + 1, 4)],
            _ => [(((code - 40) * 6) + 1, 6)],
        };
}
