namespace Assay.Trade.Codes;

/// <summary>Arithmetic on months written yyyymm.</summary>
public static class Months
{
    /// <summary>The month so many months later.</summary>
    public static int Add(int month, int months)
    {
        var ordinal = Ordinal(month) + months;
        return (ordinal / 12 * 100) + (ordinal % 12) + 1;
    }

    /// <summary>Months since January of year 0.</summary>
    public static int Ordinal(int month) => (month / 100 * 12) + (month % 100) - 1;
}
