using Assay.Cases.Report;
using Assay.Cases.Wording;
using Assay.Reading.Intake.Stamps;

namespace Assay.Wording;

/// <summary>The time stamps beside a source, a sentence each.</summary>
internal static class Stamps
{
    /// <summary>The sentences; one where there is no stamp.</summary>
    public static IEnumerable<string> Of(SourceEntry source) =>
        source.Stamps is { Count: > 0 } stamps ? stamps.Select(Of) : [StampWords.None];

    /// <summary>A stamp by its name, and what it shows.</summary>
    public static string Of(StampEntry stamp) => $"{stamp.File.Split('/', '\\')[^1]}: {stamp.Words}";

    /// <summary>What a stamp shows, short enough for a line above a text.</summary>
    /// <param name="stamp">The stamp.</param>
    public static string Short(StampEntry stamp) =>
        stamp.State switch
        {
            StampState.Trusted => $"Time stamp of {At(stamp)}, by {stamp.By}: trusted",
            StampState.NotTrusted => $"Time stamp of {At(stamp)}, by {stamp.By ?? "an authority it does not show"}: not trusted here",
            StampState.OtherBytes => "Time stamp: not over these bytes",
            _ => "Time stamp: damaged",
        };

    private static string At(StampEntry stamp) =>
        stamp.At is { } at ? at.ToString("uuuu-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture) : "no time";
}
