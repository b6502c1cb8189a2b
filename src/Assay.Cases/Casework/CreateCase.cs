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
