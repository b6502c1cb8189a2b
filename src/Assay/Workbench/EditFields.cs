using Assay.Cases.Casework;

namespace Assay.Workbench;

/// <summary>What can be corrected of each kind of item.</summary>
internal static class EditFields
{
    private static readonly EditField Quote = new("quote", "Words in the text", EditForm.Words);
    private static readonly EditField Voices = new("voice", "Voice (outermost first, with › between)", EditForm.Voices);

    private static readonly Dictionary<string, EditField[]> Known = new(StringComparer.Ordinal)
    {
        ["events"] = [new("label", "Label", EditForm.Text), Voices, Quote],
        ["clocks"] =
        [
            new("date", "Day", EditForm.Date),
            new("time", "Time", EditForm.Time),
            new("event", "Event", EditForm.Event),
            new("zone", "Whose clock", EditForm.Zone),
            new("voice", "Voice", EditForm.Text),
            Quote,
        ],
        ["zones"] = [new("zone", "Zone, such as Europe/Riga or UTC+03:00", EditForm.Settle), new("voice", "Voice", EditForm.Text)],
        ["claims"] = [new("earlier", "Earlier event", EditForm.Event), new("later", "Later event", EditForm.Event), Voices, Quote],
        ["statements"] = [Voices, Quote],
        ["figures"] = [new("subject", "Of what", EditForm.Text), Voices, Quote],
        ["questions"] = [Quote],
        ["forecasts"] = [Quote],
        ["places"] = [new("name", "Name", EditForm.Text)],
        ["actors"] = [new("name", "Name", EditForm.Text)],
    };

    /// <summary>The fields of a kind; none where only the command line can correct it.</summary>
    public static IReadOnlyList<EditField> Of(string kind) => Known.GetValueOrDefault(kind) ?? [];

    /// <summary>The events that an item can be about.</summary>
    public static IEnumerable<DraftEntry> Events(Queue queue) => Standing(queue, "events");

    /// <summary>The items of a kind that are in the account.</summary>
    public static IEnumerable<DraftEntry> Standing(Queue queue, string kind) => queue.Standing(kind);
}
