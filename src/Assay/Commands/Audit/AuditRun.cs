using Assay.Cases.Drafting;
using Assay.Cases.UseCases;

namespace Assay.Commands.Audit;

/// <summary>One run of <c>assay audit</c>: translates the options, runs the audit, renders what came out.</summary>
/// <param name="Inputs">Files or folders.</param>
/// <param name="Reading">The options of reading.</param>
/// <param name="Printing">The options of printing.</param>
/// <param name="Show">The one part to print, or null.</param>
internal sealed record AuditRun(string[] Inputs, ReadingOptions Reading, AuditPrinting Printing, string? Show)
{
    /// <summary>Runs, and returns the exit code.</summary>
    public int Execute(CancellationToken cancellation)
    {
        if (Printing.Wrong is { } wrong)
            return Complaint.Of(wrong);
        var options = Reading.Parse();
        if (!options.Succeeded)
            return Complaint.Of(options.Error);
        using var progress = AuditProgressLine.For(Inputs);
        var reply = AuditAccount.Run(new AuditRequest(Inputs, options.Value), progress, cancellation);
        progress.Clear();
        return reply.Match(r => Show == "furniture" ? Furniture(r) : Printing.Print(r, Inputs[0]), Complaint.Of);
    }

    private static int Furniture(AuditReply reply)
    {
        foreach (var refused in reply.Errors)
            Complaint.Say(refused.ToString());
        FurnitureListing.Write(Console.Out, reply.Report);
        return reply.Errors.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }
}
