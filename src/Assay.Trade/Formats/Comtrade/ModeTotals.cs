namespace Assay.Trade.Formats.Comtrade;

/// <summary>Rows by mode of transport: left out where the file has their total, else added up.</summary>
internal static class ModeTotals
{
    /// <summary>Why a row by mode of transport is left out.</summary>
    public const string Part = "a part of a total that is also in the file (mode of transport)";

    /// <summary>Why a row by second partner, customs procedure or second mode of transport is left out.</summary>
    public const string Line = "a part of a total that is also in the file (second partner, customs procedure or transport)";

    /// <summary>Why it is left out where the file has neither a total nor a second mode.</summary>
    public const string Alone = "one mode of transport alone, whose total is not in the file";
}
