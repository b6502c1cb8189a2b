using Assay.Cases.Clocks;
using Assay.Cases.Report;

namespace Assay.Cases.UseCases;

/// <summary>What the tests of a case made and found before. Safe for use by several threads.</summary>
internal sealed class TestMemo
{
    /// <summary>Of its clocks and claims.</summary>
    public ClockMemo Clocks { get; } = new();

    /// <summary>Of its report.</summary>
    public ReportMemo Report { get; } = new();

    /// <summary>Ends a test.</summary>
    public void Turn()
    {
        Clocks.Turn();
        Report.Turn();
    }
}
