using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Cases.Wording;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary>Prints what came of a decision: the entry, and the verdicts that changed, old beside new.</summary>
internal static class DecideOutput
{
    /// <summary>Prints, and gives the exit code.</summary>
    public static int Print(DecideReply reply, CommandConsole console)
    {
        console.Print((TextWriter text) => text.WriteLine(Line(reply)));
        Print(reply.Changed, console);
        return ExitCodes.Done;
    }

    /// <summary>What was done, in a line.</summary>
    public static string Line(DecideReply reply) =>
        Printable.Of(
            $"entry {reply.Entry.Sequence}: {reply.Entry.Note.Who} {EntryWords.Did(reply.Entry)}; it is {EnumNames.Of(reply.State)}"
        );

    /// <summary>Prints the verdicts that changed.</summary>
    public static void Print(IReadOnlyList<VerdictChange> changed, CommandConsole console) =>
        console.Print(
            (TextWriter text) =>
            {
                foreach (var change in changed)
                    text.WriteLine(
                        Printable.Of(
                            $"  {Said(change.Before, change.HomeBefore)} -> {Said(change.After, change.HomeAfter)}: {change.Sentence} ({change.Claim})"
                        )
                    );
                if (changed.Count == 0)
                    text.WriteLine("  no verdict changed");
            }
        );

    private static string Said(Outcome? outcome, HomeOutcome? home)
    {
        if (outcome is not { } said)
            return "no claim";
        return home is { } homely ? $"{EnumNames.Of(said)} ({EnumNames.Of(homely)} on home clocks)" : EnumNames.Of(said);
    }
}
