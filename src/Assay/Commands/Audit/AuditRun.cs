using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Time;
using NodaTime.Text;
using NodaTime;

namespace Assay.Commands.Audit;

/// <summary>One run of <c>assay audit</c>: translates the options, runs the audit, renders what came out.</summary>
internal sealed record AuditRun(string[] Inputs, string Format, string? Out, bool NoDossier, string? Published, string[] Zones, int MaxSize, bool All,
    string? Show)
{
    private const int LargestSize = 1024;

    /// <summary>Runs, and returns the exit code.</summary>
    public int Execute(CancellationToken cancellation)
    {
        var options = Options();
        if (!options.Succeeded) return Complaint.Of(options.Error);
        using var progress = AuditProgressLine.For(Inputs);
        var reply = AuditAccount.Run(new AuditRequest(Inputs, options.Value), progress, cancellation);
        progress.Clear();
        return reply.Match(Print, Complaint.Of);
    }

    private Result<AuditOptions> Options()
    {
        LocalDate? published = null;
        if (Published is not null)
        {
            var parsed = LocalDatePattern.Iso.Parse(Published);
            if (!parsed.Success) return new Error(ErrorKind.Usage, $"--published {Published} is no date.", "Write it as YYYY-MM-DD, such as 2024-03-01.");
            if (parsed.Value.Year is < TimeContext.FirstYear or > TimeContext.LastYear)
                return new Error(ErrorKind.Usage, $"--published {Published} is outside the years {TimeContext.FirstYear} to {TimeContext.LastYear}.",
                    "Give the day the source was published.");
            published = parsed.Value;
        }

        if (MaxSize is <= 0 or > LargestSize)
            return new Error(ErrorKind.Usage, $"--max-size {MaxSize} is no size.", $"Give a number of MB from 1 to {LargestSize}.");
        if (string.IsNullOrWhiteSpace(Out ?? "-")) return new Error(ErrorKind.Usage, "--out names no folder.", "Give a folder, or leave --out off.");
        foreach (var zone in Zones)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
                return new Error(ErrorKind.Usage, $"--zone {zone} is no time zone.", "Give an IANA id such as Europe/Berlin, or an offset such as UTC+03.");
        }

        return new AuditOptions { Published = published, Globals = Zones, Intake = IntakeOptions.Default with { MaxBytes = MaxSize * 1024L * 1024L } };
    }

    private int Print(AuditReply reply)
    {
        foreach (var refused in reply.Errors) Complaint.Say(refused.ToString());
        if (Show == "furniture") FurnitureListing.Write(Console.Out, reply.Report);
        else if (AuditOutput.Write(reply, Format, AuditOutput.Folder(Out, NoDossier, Format, Inputs[0]), All) is { } error) return Complaint.Of(error);
        return reply.Errors.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }
}
