namespace Assay.Cases.Origins;

/// <summary>Addresses of pages, compared.</summary>
internal static class OriginAddress
{
    private static readonly string[] Visits = ["utm_", "fbclid", "gclid", "cmpid", "mc_cid", "mc_eid", "igshid", "yclid"];

    /// <summary>An address without scheme, "www.", fragment and what tells one visit from another; null where the text is no address of a
    /// page, or that of a whole site.</summary>
    /// <param name="address">The address.</param>
    public static string? Of(string? address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsWeb(uri))
            return null;
        var path = uri.AbsolutePath.TrimEnd('/');
        var query = uri.Query.TrimStart('?').Split('&').Where(p => p.Length > 0 && !IsOfVisit(p)).Order(StringComparer.Ordinal).ToList();
        if (path.Length == 0 && query.Count == 0)
            return null;
        return $"{Host(uri)}{path}{(query.Count > 0 ? "?" + string.Join('&', query) : "")}";
    }

    /// <summary>The host of an address without "www."; the empty string where there is none.</summary>
    /// <param name="address">The address, or null.</param>
    public static string HostOf(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsWeb(uri) ? Host(uri) : "";

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;

    private static string Host(Uri uri) => uri.IdnHost.StartsWith("www.", StringComparison.Ordinal) ? uri.IdnHost[4..] : uri.IdnHost;

    private static bool IsOfVisit(string pair) => Array.Exists(Visits, v => pair.StartsWith(v, StringComparison.OrdinalIgnoreCase));
}
