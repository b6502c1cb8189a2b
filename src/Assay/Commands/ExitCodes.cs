using Assay.Ground.Outcomes;

namespace Assay.Commands;

/// <summary>The documented exit codes, and the one mapping from <see cref="ErrorKind"/> to them.</summary>
public static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>A defect of the program, on what no input can be blamed for; its message says where.</summary>
    public const int Defect = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>No input could be read.</summary>
    public const int Input = 3;

    /// <summary>Some inputs were read and some refused; the good ones are in the result.</summary>
    public const int Partial = 4;

    /// <summary>A result could not be written.</summary>
    public const int Output = 5;

    /// <summary>Somebody else changed the same thing in between; nothing was overwritten.</summary>
    public const int Conflict = 6;

    /// <summary>A drafter was evaluated and does not reach the marks.</summary>
    public const int Quality = 8;

    /// <summary>A model was not there, or did not answer as it should; what it did answer is in the result.</summary>
    public const int Provider = 7;

    /// <summary>Stopped by the user.</summary>
    public const int Cancelled = 130;

    /// <summary>The exit code of an expected failure.</summary>
    public static int For(Error error) =>
        error.Kind switch
        {
            ErrorKind.Usage => Usage,
            ErrorKind.Input => Input,
            ErrorKind.Partial => Partial,
            ErrorKind.Output => Output,
            ErrorKind.Conflict => Conflict,
            ErrorKind.Cancelled => Cancelled,
            _ => Input,
        };
}
