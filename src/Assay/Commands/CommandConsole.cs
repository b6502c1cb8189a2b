using System.CommandLine;
using System.Text;
using Assay.Ground.Outcomes;
using Spectre.Console;

namespace Assay.Commands;

/// <summary>Where a command prints: what it was invoked with, so that a test can read along.</summary>
/// <param name="Output">Results.</param>
/// <param name="Error">Complaints and progress.</param>
internal sealed record CommandConsole(TextWriter Output, TextWriter Error)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The console of an invocation.</summary>
    public static CommandConsole Of(ParseResult parsed) => new(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);

    /// <summary>True where standard error is a terminal that a person watches.</summary>
    public bool IsWatched => ReferenceEquals(Error, Console.Error) && !Console.IsErrorRedirected;

    /// <summary>The output as a terminal: its width and colours where it is one, plain text elsewhere.</summary>
    public IAnsiConsole Terminal =>
        ReferenceEquals(Output, Console.Out)
            ? AnsiConsole.Console
            : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Output), Ansi = AnsiSupport.No });

    /// <summary>Prints UTF-8 bytes: straight to standard output where that is the output.</summary>
    /// <param name="write">Writes them; the stream is closed afterwards.</param>
    /// <exception cref="IOException">The output takes no more.</exception>
    public void Print(Action<Stream> write)
    {
        if (ReferenceEquals(Output, Console.Out))
        {
            using var stream = Console.OpenStandardOutput();
            write(stream);
            return;
        }

        using var kept = new MemoryStream();
        write(kept);
        Output.Write(Utf8.GetString(kept.GetBuffer(), 0, (int)kept.Length));
    }

    /// <summary>Prints text, lines ending in a line feed whatever the platform.</summary>
    /// <exception cref="IOException">The output takes no more.</exception>
    public void Print(Action<TextWriter> write) =>
        Print(
            (Stream stream) =>
            {
                using var text = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
                write(text);
            }
        );

    /// <summary>Says a sentence on the error side.</summary>
    public void Say(string sentence) => Complaint.Say(sentence, Error);

    /// <summary>Says an expected failure and returns its exit code.</summary>
    public int Refuse(Error error)
    {
        Say(error.ToString());
        return ExitCodes.For(error);
    }
}
