namespace Assay.Trade.Formats;

/// <summary>The years that a directly read file can be of; others are refused rows.</summary>
internal static class DirectPeriods
{
    /// <summary>The first.</summary>
    public const int First = 1900;

    /// <summary>The last.</summary>
    public const int Last = 2099;
}
