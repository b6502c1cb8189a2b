using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Commands.Audit;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Commands.Case;

/// <summary>What the commands of a case have in common: the case, and who works on it.</summary>
internal static class CaseLine
{
    /// <summary>The argument that names the case.</summary>
    public static Argument<string> Case() => new("CASE") { Description = "The case: a file, or a connection to PostgreSQL." };

    /// <summary>The option that names who works on it.</summary>
    public static Option<string?> As() =>
        new("--as")
        {
            Description = "Who you are, for the journal. Without it ASSAY_USER, and without that the name you are logged in by.",
        };

    /// <summary>The option that names the customs books.</summary>
    public static Option<string?> Lake() =>
        new("--lake") { Description = "Directory of customs books (see 'assay trade import'): claims of re-routing are tested with them." };

    /// <summary>Who works: as named, as the environment names them, as the system does.</summary>
    public static string Who(string? named)
    {
        var known = Environment.GetEnvironmentVariable("ASSAY_USER");
        return named ?? (string.IsNullOrWhiteSpace(known) ? Environment.UserName : known);
    }

    /// <summary>The clock that entries are dated by.</summary>
    public static IClock Clock => SystemClock.Instance;

    /// <summary>Opens a case and works on it.</summary>
    /// <param name="place">The case.</param>
    /// <param name="console">Where to print.</param>
    /// <param name="work">Works on it, and gives the exit code.</param>
    /// <param name="currency">Currency of the amounts of customs books; null for the usual one.</param>
    /// <param name="roots">Files of roots that time stamps are trusted by.</param>
    public static int Open(
        string place,
        CommandConsole console,
        Func<OpenedCase, int> work,
        string? currency = null,
        string[]? roots = null
    )
    {
        var trust = StampLine.Trust(roots);
        if (!trust.Succeeded)
            return console.Refuse(trust.Error);
        var opened = OpenCase.Run(place, currency: currency, trust: trust.Value);
        if (!opened.Succeeded)
            return console.Refuse(opened.Error);
        using var found = opened.Value;
        return work(found);
    }

    /// <summary>Opens a case for somebody who changes it.</summary>
    public static int Desk(string place, string? who, CommandConsole console, Func<Desk, int> work, string[]? roots = null) =>
        Open(place, console, opened => work(new Desk(opened, Who(who), Clock)), roots: roots);

    /// <summary>Puts a case to the test and prints what came of it.</summary>
    /// <param name="place">The case.</param>
    /// <param name="books">Directory of customs books, or null.</param>
    /// <param name="currency">Currency of their amounts; null for the usual one.</param>
    /// <param name="printing">How it is printed.</param>
    /// <param name="console">Where to print.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <param name="roots">Files of roots that time stamps are trusted by.</param>
    public static int Check(
        string place,
        string? books,
        string? currency,
        AuditPrinting printing,
        CommandConsole console,
        CancellationToken cancellation,
        string[]? roots = null
    ) =>
        Open(
            place,
            console,
            opened => CheckCase.Run(opened, books, cancellation).Match(r => printing.Print(r, place, console), console.Refuse),
            currency,
            roots
        );

    /// <summary>A count with its noun: "1 source", "3 sources".</summary>
    public static string Count(long count, string noun) => Count(count, noun, noun + "s");

    /// <summary>A count with its noun, whose plural is given.</summary>
    public static string Count(long count, string noun, string plural) => count == 1 ? $"1 {noun}" : $"{count} {plural}";

    /// <summary>Says what was refused.</summary>
    public static void Say(IReadOnlyList<Error> refused, CommandConsole console)
    {
        foreach (var error in refused)
            console.Say(error.ToString());
    }
}
