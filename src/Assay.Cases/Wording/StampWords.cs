using Assay.Reading.Intake.Stamps;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Wording;

/// <summary>What a time stamp shows, in plain words.</summary>
public static class StampWords
{
    /// <summary>Said of a source that no time stamp stands beside.</summary>
    public const string None = "No time stamp stands beside it.";

    private const string WeakHash = "SHA-1";
    private static readonly InstantPattern Times = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>What was found of a stamp, as one sentence.</summary>
    public static string Of(StampFinding found) =>
        found.State switch
        {
            StampState.Trusted =>
                $"It is over these bytes, by a trusted authority: {Who(found)}, at {At(found)}, over {Over(found)}; its chain leads to {found.Root}.",
            StampState.NotTrusted =>
                $"It is over these bytes, by an authority not trusted here: {Who(found)}, as it says at {At(found)}, over {Over(found)}; {found.Reason}.",
            StampState.OtherBytes =>
                $"It is not over these bytes: {found.Reason}. It was made by {Who(found)}, as it says at {At(found)}, over {Over(found)}.",
            _ => $"It is damaged and shows nothing: {found.Reason}.",
        };

    private static string Who(StampFinding found) => found.By ?? "an authority that it does not show";

    private static string At(StampFinding found) => found.At is { } at ? Times.Format(Second(at)) + " UTC" : "no time";

    private static Instant Second(Instant at) => Instant.FromUnixTimeSeconds(at.ToUnixTimeSeconds());

    private static string Over(StampFinding found) =>
        found.Algorithm == WeakHash
            ? $"the SHA-1 {found.Hash}, a hash that two files can be made to share"
            : $"the {found.Algorithm} {found.Hash}";
}
