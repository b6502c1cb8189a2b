using System.CommandLine;

namespace Assay.Commands.Case;

/// <summary><c>assay case</c>: a case holds sources, drafts, what people decided, and the journal.</summary>
public static class CaseCommand
{
    private const string Description = """
        Work on a case: its sources, what was drafted from them, what people decided, and the journal of it all.

        A case is one file (night.assay), or a schema of a PostgreSQL database (postgres://ada@db/cases?schema=night).

        Example:
          assay case new night.assay --title "The night the barge came loose"
          assay case add night.assay harbour.html insurer.txt
          assay case read night.assay
          assay case drafts night.assay
          assay case decide night.assay c-12ab34cd56 accept
          assay case check night.assay
        """;

    /// <summary>The command with its subcommands.</summary>
    public static Command Create() =>
        new("case", Description)
        {
            NewCommand.Create(),
            AddCommand.Create(),
            ListCommand.Create(),
            ReadCaseCommand.Create(),
            DraftCommand.Create(),
            DraftsCommand.Create(),
            SearchCommand.Create(),
            DecideCommand.Create(),
            UndoCommand.Create(),
            CheckCaseCommand.Create(),
            LogCommand.Create(),
            VerifyCommand.Create(),
            PublishCommand.Create(),
            ExportCommand.Create(),
            ImportCommand.Create(),
            ImportFromCommand.Create(),
        };
}
