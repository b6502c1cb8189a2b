using System.Text.Json;

namespace Assay.Cases.Wording;

/// <summary>The names of enumerated values as reports and accounts write them.</summary>
public static class EnumNames
{
    /// <summary>The name in camel case: <c>reported</c>, <c>listItem</c>.</summary>
    /// <param name="value">The value.</param>
    public static string Of(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
