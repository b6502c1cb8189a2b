namespace Assay.Trade.Formats.Mapped;

/// <summary>What a user says of a column of amounts.</summary>
public sealed record MeasureSaid
{
    /// <summary>value, netkg or suppl.</summary>
    public string Field { get; set; } = "value";

    /// <summary>Factor to whole units of currency or to kilograms.</summary>
    public double Factor { get; set; } = 1;

    /// <summary>X, M, RX, RM or DX, where the column holds one flow; null where a column or the whole file says it.</summary>
    public string? Flow { get; set; }

    /// <summary>Currency, or null.</summary>
    public string? Currency { get; set; }
}
