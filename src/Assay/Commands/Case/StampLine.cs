using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Opening;
using Assay.Reading.Intake.Stamps;
using Assay.Wording;

namespace Assay.Commands.Case;

/// <summary>What the commands of a case say of time stamps.</summary>
internal static class StampLine
{
    /// <summary>The option that names roots.</summary>
    public static Option<string[]> Roots() =>
        new("--stamp-root")
        {
            Description =
                "Certificates in PEM form, by which time stamps beside sources are trusted, beside the roots of the system. May be given several times.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };

    /// <summary>The roots that the line names.</summary>
    public static Result<StampTrust> Trust(string[]? named) => StampRoots.Of(named ?? []);

    /// <summary>What was kept beside a source, for a line.</summary>
    public static string Of(StampReply kept) => $"stamp {kept.Source}  {kept.Found.Sha256}  {kept.Found.File}: {kept.Found.Words}";

    /// <summary>Writes what the stamps of a case show; nothing where it has none.</summary>
    public static void Write(TextWriter text, IReadOnlyList<StampedSource> sources)
    {
        if (sources.All(s => s.Stamps.Count == 0))
            return;
        text.WriteLine();
        text.WriteLine("Time stamps (revocation was not looked up):");
        foreach (var (source, stamps) in sources)
        {
            text.WriteLine($"{source.Id}  {Printable.Of(source.File)}");
            foreach (var words in stamps.Count == 0 ? [StampWords.None] : stamps.Select(Stamps.Of))
                text.WriteLine($"    {words}");
        }
    }
}
