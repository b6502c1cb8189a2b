using Assay.Ground.Outcomes;

namespace Assay.Commands;

/// <summary>What the program says on standard error. It never fails: where nobody can be told, the exit code still tells.</summary>
internal static class Complaint
{
    /// <summary>Says an expected failure and returns its exit code.</summary>
    public static int Of(Error error)
    {
        Say(error.ToString(), Console.Error);
        return ExitCodes.For(error);
    }

    /// <summary>Says a sentence, each line of it made safe to print.</summary>
    /// <param name="sentence">What to say.</param>
    /// <param name="error">Where.</param>
    public static void Say(string sentence, TextWriter error)
    {
        try
        {
            error.WriteLine($"assay: {string.Join('\n', sentence.Split('\n').Select(Printable.Of))}");
        }
        catch (IOException)
        {
            // Standard error takes no more either.
        }
    }

    /// <summary>The last resort: says what kept a command from ending as it should, and returns the exit code.</summary>
    /// <param name="cause">What was thrown.</param>
    public static int Of(Exception cause)
    {
        var first = cause is AggregateException { InnerExceptions: [var inner, ..] } ? inner : cause;
        switch (first)
        {
            case OperationCanceledException:
                Say("stopped; nothing was written.", Console.Error);
                return ExitCodes.Cancelled;
            case IOException:
                Say(
                    $"The result could not be written: {first.Message.TrimEnd('.')}. Check that the disk has room and that the receiving end is open.",
                    Console.Error
                );
                return ExitCodes.Output;
            default:
                Say(
                    $"This is a defect of Assay ({first.GetType().Name}: {first.Message}). Please report it, with the command and its inputs.\n{first.StackTrace}",
                    Console.Error
                );
                return ExitCodes.Defect;
        }
    }
}
