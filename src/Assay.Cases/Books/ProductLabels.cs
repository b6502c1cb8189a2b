using Assay.Trade.Codes;

namespace Assay.Cases.Books;

/// <summary>Names of products as a reader sees them.</summary>
public static class ProductLabels
{
    /// <summary>The name of a code; null where there is none.</summary>
    /// <param name="code">Digits, or a family of codes such as <c>851713+</c>.</param>
    public static string? Name(string code) => ProductNames.Of(code);
}
