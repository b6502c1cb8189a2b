using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary>How the outcome of an audit or a check is printed.</summary>
/// <param name="Format">text, json, md or html.</param>
/// <param name="Out">Folder for the dossier, or null.</param>
/// <param name="NoDossier">True for no dossier.</param>
/// <param name="All">True for the whole summary.</param>
internal sealed record AuditPrinting(string Format, string? Out, bool NoDossier, bool All)
{
    /// <summary>What is wrong with the options, or null.</summary>
    public Error? Wrong =>
        string.IsNullOrWhiteSpace(Out ?? "-")
            ? new Error(ErrorKind.Usage, "--out names no folder.", "Give a folder, or leave --out off.")
            : null;

    /// <summary>Says what was refused, prints the report, writes the dossier, and returns the exit code.</summary>
    /// <param name="reply">What was found.</param>
    /// <param name="input">The input that the dossier is named after.</param>
    /// <param name="console">Where to print.</param>
    public int Print(AuditReply reply, string input, CommandConsole console)
    {
        foreach (var refused in reply.Errors)
            console.Say(refused.ToString());
        if (AuditOutput.Write(reply, Format, AuditOutput.Folder(Out, NoDossier, Format, input), All, console) is { } error)
            return console.Refuse(error);
        return reply.Report.Refused.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }
}
