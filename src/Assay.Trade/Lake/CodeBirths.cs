using Assay.Trade.Codes;
using Assay.Trade.Sql;

namespace Assay.Trade.Lake;

/// <summary>A code that first appears in a year. Unless it is in a family with an older code, its growth cannot be told from
/// re-coding.</summary>
/// <param name="Product">The code.</param>
/// <param name="Level">CN8 or HS6.</param>
/// <param name="Year">Year in which it first appears.</param>
/// <param name="Value">Value in that year, over all reporters and partners, in <paramref name="Currency"/>.</param>
/// <param name="Currency">Currency.</param>
/// <param name="Family">Id of the family that bridges it, or null: flagged.</param>
public sealed record CodeBirth(string Product, string Level, int Year, double Value, string Currency, string? Family);

/// <summary>Finds codes that were born within the years a lake covers.</summary>
public static class CodeBirths
{
    /// <summary>The births, largest first.</summary>
    public static IReadOnlyList<CodeBirth> In(TradeLake lake, CodeFamilies families)
    {
        ArgumentNullException.ThrowIfNull(lake);
        ArgumentNullException.ThrowIfNull(families);
        using var command = lake.Connection.CreateCommand();
        command.CommandText = SqlText.Load("Lake.births.sql");
        using var reader = command.ExecuteReader();
        var births = new List<CodeBirth>();
        while (reader.Read())
        {
            var code = reader.GetString(0);
            births.Add(
                new CodeBirth(
                    code,
                    reader.GetString(1),
                    reader.GetInt32(2),
                    reader.GetDouble(3),
                    reader.GetString(4),
                    families.Find(code)?.Id
                )
            );
        }

        return births;
    }
}
