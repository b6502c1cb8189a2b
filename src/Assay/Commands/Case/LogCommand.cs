using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Cases.Journal;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case log CASE</c>: the journal.</summary>
public static class LogCommand
{
    private const string Description = """
        Print the journal of a case, oldest first: who did what, when and why.

        Example:
          assay case log night.assay --after 12
          assay case log night.assay --format jsonl | sha256sum   # the lines that the hashes are of

        Exit codes: 0 done, 2 usage, 3 the case cannot be read.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var after = new Option<long>("--after") { Description = "Only entries after this one." };
        var format = new Option<string>("--format")
        {
            Description = "text, or jsonl: each entry as the line of JSON that its hash is of.",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "jsonl");
        var command = new Command("log", Description) { place, after, format };
        command.SetAction(result =>
        {
            var console = CommandConsole.Of(result);
            var isRaw = result.GetValue(format) == "jsonl";
            return CaseLine.Open(
                result.GetValue(place)!,
                console,
                opened => ShowCase.Journal(opened, result.GetValue(after)).Match(entries => Print(entries, isRaw, console), console.Refuse)
            );
        });
        return command;
    }

    private static int Print(IReadOnlyList<JournalEntry> entries, bool isRaw, CommandConsole console)
    {
        console.Print(
            (TextWriter text) =>
            {
                foreach (var entry in entries)
                    text.WriteLine(isRaw ? entry.Content : Line(entry));
            }
        );
        return ExitCodes.Done;
    }

    private static string Line(JournalEntry entry)
    {
        var note = entry.Note;
        var why = note.Why is null ? "" : $" because: {note.Why}";
        return Printable.Of($"{entry.Sequence, 5}  {EntryWords.At(entry)}  {note.Who}: {EntryWords.Did(entry)}{why}");
    }
}
