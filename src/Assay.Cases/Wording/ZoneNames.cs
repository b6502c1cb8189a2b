namespace Assay.Cases.Wording;

/// <summary>Names of zones as a person would say them.</summary>
internal static class ZoneNames
{
    /// <summary>"Minsk time" for <c>Europe/Minsk</c>; a fixed offset as it is; UTC as UTC.</summary>
    public static string Of(string zone)
    {
        if (zone.StartsWith("UTC", StringComparison.Ordinal) || zone is "Etc/UTC" or "Etc/GMT")
            return zone.StartsWith("UTC", StringComparison.Ordinal) ? zone : "UTC";
        var slash = zone.LastIndexOf('/');
        return (slash < 0 ? zone : zone[(slash + 1)..]).Replace('_', ' ') + " time";
    }
}
