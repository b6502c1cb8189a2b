using Assay.Cases.Drafting;
using Assay.Cases.UseCases;

namespace Assay.Commands.Audit;

/// <summary>One run of <c>assay audit</c>: translates the options, runs the audit, renders what came out.</summary>
/// <param name="Inputs">Files or folders.</param>
/// <param name="Reading">The options of reading.</param>
/// <param name="Printing">The options of printing.</param>
/// <param name="Show">The one part to print, or null.</param>
/// <param name="Console">Where to print.</param>
internal sealed record AuditRun(string[] Inputs, ReadingOptions Reading, AuditPrinting Printing, string? Show, CommandConsole Console)
{
    /// <summary>Runs, and returns the exit code.</summary>
    public int Execute(CancellationToken cancellation)
    {
        if (Printing.Wrong is { } wrong)
            return Console.Refuse(wrong);
        var options = Reading.Parse();
        if (!options.Succeeded)
            return Console.Refuse(options.Error);
        using var progress = AuditProgressLine.For(Inputs, Console);
        var reply = AuditAccount.Run(new AuditRequest(Inputs, options.Value), progress, cancellation);
        progress.Clear();
        return reply.Match(r => Show == "furniture" ? Furniture(r) : Printing.Print(r, Inputs[0], Console), Console.Refuse);
    }

    private int Furniture(AuditReply reply)
    {
        foreach (var refused in reply.Errors)
            Console.Say(refused.ToString());
        Console.Print((TextWriter text) => FurnitureListing.Write(text, reply.Report));
        return reply.Errors.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }
}
