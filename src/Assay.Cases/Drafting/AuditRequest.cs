using Assay.Reading.Events;
using Assay.Reading.Intake;

namespace Assay.Cases.Drafting;

/// <summary>What to audit.</summary>
/// <param name="Inputs">Files or folders.</param>
/// <param name="Options">Limits and tolerances.</param>
public sealed record AuditRequest(IReadOnlyList<string> Inputs, AuditOptions Options);

/// <summary>Limits and meanings of an audit.</summary>
public sealed record AuditOptions
{
    /// <summary>The defaults.</summary>
    public static AuditOptions Default { get; } = new();

    /// <summary>What round words of time mean.</summary>
    public Tolerances Tolerances { get; init; } = Tolerances.Default;

    /// <summary>Limits of intake.</summary>
    public IntakeOptions Intake { get; init; } = IntakeOptions.Default;

    /// <summary>Publication date of sources that state none; their relative dates are resolved against it.</summary>
    public NodaTime.LocalDate? Published { get; init; }

    /// <summary>Currency of the amounts of the books; null for the usual one.</summary>
    public string? Currency { get; init; }

    /// <summary>Directory of the customs books that route claims are tested with; null for none. Reading alone does not need it.</summary>
    public string? Lake { get; init; }

    /// <summary>Zones the author may have converted every clock to, added to those the text suggests.</summary>
    public IReadOnlyList<string> Globals { get; init; } = [];
}

/// <summary>Where an audit stands.</summary>
/// <param name="Done">Sources read.</param>
/// <param name="Total">Sources to read.</param>
/// <param name="File">The source that was just read.</param>
public sealed record AuditProgress(int Done, int Total, string File);
