using Assay.Reading.Events;
using NodaTime;

namespace Assay.Wording;

/// <summary>Lengths and gaps in words.</summary>
internal static class Spans
{
    /// <summary>The size of a span in words, without its sign: <c>1 h 14 min</c>, <c>3 days 2 h</c>, <c>0 min</c>.</summary>
    public static string Words(Duration span) => RelationMeaning.Show(span < Duration.Zero ? -span : span);

    /// <summary>A signed span for an axis or a table: <c>+1 h 46 min</c>, <c>−1 h 14 min</c>.</summary>
    public static string Signed(Duration span) =>
        (
            span > Duration.Zero ? "+"
            : span < Duration.Zero ? "−"
            : ""
        ) + Words(span);

    /// <summary>A signed range: <c>−1 h 14 min to +1 h 46 min</c>; open ends are said to be open.</summary>
    public static string SignedRange(Duration? min, Duration? max) =>
        (min, max) switch
        {
            (null, null) => "unbounded",
            ({ } a, null) => $"{Signed(a)} or more",
            (null, { } b) => $"{Signed(b)} or less",
            ({ } a, { } b) when a == b => Signed(a),
            ({ } a, { } b) => $"{Signed(a)} to {Signed(b)}",
        };
}
