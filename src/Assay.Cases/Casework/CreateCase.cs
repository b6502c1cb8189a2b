using System.Text.Json.Nodes;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Casework;

/// <summary>A case to make.</summary>
/// <param name="Place">A file that is not there yet, or a connection to PostgreSQL.</param>
/// <param name="Title">What it is about, in a line; null where nobody says.</param>
/// <param name="Who">Who makes it.</param>
public sealed record CreateRequest(string Place, string? Title, string Who);

/// <summary>Makes a case.</summary>
public sealed class CreateCase
{
    /// <summary>Makes the case.</summary>
    /// <param name="request">Where, and what about.</param>
    /// <param name="clock">The clock that the first entry of the journal is dated by.</param>
    /// <returns>The case, open; or why it cannot be made: there is something in that place, or it cannot be written.</returns>
    public static Result<OpenedCase> Run(CreateRequest request, IClock clock)
    {
        if (Names.Wrong(request.Who) is { } wrong)
            return wrong;
        var after = new JsonObject { ["title"] = request.Title?.Trim(), ["form"] = 1 };
        var note = new JournalNote(JournalAct.Created, request.Who, clock.GetCurrentInstant()) { After = after.ToJsonString() };
        var made = CasePlaces.Create(
            request.Place,
            writer =>
            {
                writer.Record(note);
                return true;
            }
        );
        return made.Succeeded ? new OpenedCase(made.Value) : made.Error;
    }
}

/// <summary>Opens a case.</summary>
public sealed class OpenCase
{
    /// <summary>Opens the case and verifies the end of its journal.</summary>
    /// <param name="place">A file, or a connection to PostgreSQL.</param>
    /// <returns>The case; or why it cannot be opened: there is none, it is damaged, or a newer program wrote it.</returns>
    public static Result<OpenedCase> Run(string place)
    {
        var opened = RunUnverified(place);
        if (!opened.Succeeded)
            return opened;
        var head = opened.Value.Store.VerifyHead();
        if (head.Succeeded)
            return opened;
        opened.Value.Dispose();
        return head.Error;
    }

    /// <summary>Opens a case whose journal may not hold: to find out where.</summary>
    internal static Result<OpenedCase> RunUnverified(string place)
    {
        var store = CasePlaces.Open(place);
        return store.Succeeded ? new OpenedCase(store.Value) : store.Error;
    }
}

/// <summary>Names of people and drafters.</summary>
internal static class Names
{
    private const int Longest = 200;

    /// <summary>What is wrong with a name, or null.</summary>
    public static Error? Wrong(string name) =>
        string.IsNullOrWhiteSpace(name) || name.Length > Longest || name.Any(char.IsControl)
            ? new Error(ErrorKind.Usage, $"“{Printable.Of(name)}” is no name.", $"Give one of 1 to {Longest} letters on one line, with --as or in ASSAY_USER.")
            : null;
}
