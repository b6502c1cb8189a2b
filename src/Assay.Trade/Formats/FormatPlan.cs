namespace Assay.Trade.Formats;

/// <summary>How a recognised file becomes rows of the lake.</summary>
/// <param name="Sql">A SELECT over the file. The import sets the variables <c>source</c> and <c>extract_date</c> before it runs.</param>
/// <param name="Direct">True where the SELECT yields the lake's schema; false where it yields raw columns that still need the maps of
/// countries, periods, flows and products.</param>
public sealed record FormatPlan(string Sql, bool Direct)
{
    /// <summary>True where a direct SELECT keeps a row or refuses it, and has no columns <c>left_out</c> and <c>repaired</c>.</summary>
    public bool OnlyRefuses { get; init; }

    /// <summary>Extract date found in the file, or null.</summary>
    public DateOnly? Extracted { get; init; }

    /// <summary>A more exact name of the format, or null.</summary>
    public string? FormatName { get; init; }

    /// <summary>Publisher, where the file or its mapping knows better than the format.</summary>
    public string? Publisher { get; init; }

    /// <summary>Decimal separator of numbers in raw columns.</summary>
    public char Decimal { get; init; } = '.';

    /// <summary>True where rows by mode of transport may lack their total.</summary>
    public bool SumsModes { get; init; }

    /// <summary>True where a point may part thousands, so that a number that leaves both open is asked about.</summary>
    public bool AsksForPoint { get; init; }

    /// <summary>Whether the separator was said; else a comma that may part thousands is asked about.</summary>
    public bool DecimalSaid { get; init; }

    /// <summary>True where each raw row has the factors of its value and weight beside them.</summary>
    public bool RowFactors { get; init; }

    /// <summary>True where numbers that stand for countries may be a publisher's own rather than UN M49, which is then asked.</summary>
    public bool AsksForCodes { get; init; }

    /// <summary>True where such numbers are the publisher's own, and only <see cref="Names"/> says what they mean.</summary>
    public bool OwnCodes { get; init; }

    /// <summary>True where the column of the partner was taken from its heading alone, so that it may be that of the reporter.</summary>
    public bool PartnerGuessed { get; init; }

    /// <summary>Texts that mean "not reported".</summary>
    public IReadOnlyList<string> Missing { get; init; } = ["", ":", ": ", "..", "-", "NA", "c", ": c", ":c", "null"];

    /// <summary>Factor from the file's unit of value to whole units of currency.</summary>
    public double ValueFactor { get; init; } = 1;

    /// <summary>Factor from the file's unit of weight to kilograms.</summary>
    public double WeightFactor { get; init; } = 1;

    /// <summary>A table of names of the user's own: name to code.</summary>
    public IReadOnlyDictionary<string, string> Names { get; init; } = new Dictionary<string, string>();

    /// <summary>Words of the user's own for flows: word to X, M, RX, RM or DX.</summary>
    public IReadOnlyDictionary<string, string> Flows { get; init; } = new Dictionary<string, string>();

    /// <summary>What a reader of the provenance must know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
