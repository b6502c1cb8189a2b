using Assay.Cases.Casework;
using Assay.Reading.Intake.Stamps;
using NodaTime;

namespace Assay.Workbench;

/// <summary>What a workbench is opened on.</summary>
/// <param name="Place">A folder of cases, one case file, or a connection to PostgreSQL.</param>
/// <param name="Who">Who works, for the journal.</param>
/// <param name="Clock">The clock that entries are dated by.</param>
public sealed record BenchOptions(string Place, string Who, IClock Clock)
{
    /// <summary>The port on the loopback address; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Directory of the customs books that the cases name; null for none.</summary>
    public string? Lake { get; init; }

    /// <summary>Currency of the amounts of those books; null for the usual one.</summary>
    public string? Currency { get; init; }

    /// <summary>The roots that time stamps beside sources are trusted by.</summary>
    public StampTrust Trust { get; init; } = StampTrust.System;

    /// <summary>The number of drafts from which on nobody waits for the test of a case, not even who has no script.</summary>
    public int LargeFrom { get; init; } = OpenedCase.UsuallyLarge;

    /// <summary>Told of each test of a case beside the work on it before it begins, on its thread, which goes on when it returns: so a
    /// test
    /// can be held. Null for nobody.</summary>
    public Action? BeforeTest { get; init; }

    /// <summary>True where agents get no tool that writes.</summary>
    public bool AgentsOnlyRead { get; init; }

    /// <summary>Told of each step of long work, on the thread that works, which goes on when it returns: so a step can be held. Null for
    /// nobody.</summary>
    public Action<WorkStep>? Watched { get; init; }
}
