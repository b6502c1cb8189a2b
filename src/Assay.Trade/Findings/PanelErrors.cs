using Assay.Ground.Outcomes;
using Assay.Trade.Flows;
using Assay.Trade.Scanning;

namespace Assay.Trade.Findings;

/// <summary>Why a panel cannot be made, in words.</summary>
internal static class PanelErrors
{
    private const int MostNamed = 8;

    /// <summary>The bloc reports nothing of the kind.</summary>
    public static Error Nothing(TradeColumns columns, PanelRequest request) =>
        new(
            ErrorKind.Input,
            $"The lake holds no {(request.Frequency == 'A' ? "annual" : "monthly")} {Flow(request)} by {Reporters(request)}.",
            $"It holds: {string.Join("; ", columns.Segments.Select(s => $"{s.Flow} {s.Frequency} {s.Currency}").Distinct())}."
        );

    /// <summary>Kilograms are asked for and there are none.</summary>
    public static Error NoWeights(PanelRequest request) =>
        new(
            ErrorKind.Partial,
            $"The {Flow(request)} of {(request.Side == OutcomeSide.Imports ? "the destinations" : "the bloc")} hold no weights in these data.",
            "Leave --weight out, or import files that give net mass."
        );

    /// <summary>Nobody reports direct trade between the bloc and the target in the periods compared.</summary>
    public static Error NoDirectTrade(PanelRequest request) =>
        new(
            ErrorKind.Input,
            $"Neither {request.Target} reports imports nor the bloc exports to it for half of the periods compared: the loss is unknown.",
            "Import the reports of either."
        );

    private static string Flow(PanelRequest request) => request.Side == OutcomeSide.Imports ? "imports" : "exports";

    private static string Reporters(PanelRequest request) =>
        request.Origin is null ? "any reporter"
        : request.Side == OutcomeSide.Imports ? "anyone outside the bloc"
        : string.Join(", ", request.Origin);

    /// <summary>The bloc reports in currencies without a rate alone.</summary>
    public static Error NoRate(IReadOnlyList<RateLacking> lacking, PanelRequest request) =>
        new(
            ErrorKind.Input,
            $"The {Flow(request)} of {string.Join(", ", lacking.Select(l => l.Reporter).Distinct())} are in {string.Join(", ", lacking.Select(l => l.Currency).Distinct())}, "
                + $"and there is no rate to {request.Currency} for {lacking[0].Period}.",
            $"Give --currency {lacking[0].Currency}, or your own rates with --rates FILE."
        );

    /// <summary>No reporter has enough of the periods compared.</summary>
    public static Error NobodyThroughout(LeftOut leftOut) =>
        new(
            ErrorKind.Input,
            $"No reporter of the bloc has half of the periods compared, after and before: {string.Join(", ", leftOut.Members.Take(MostNamed))}.",
            "Import the files of the months that are missing, or ask about other months with --since and --until."
        );
}
