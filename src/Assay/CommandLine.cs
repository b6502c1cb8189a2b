using System.CommandLine;
using System.CommandLine.Parsing;
using Assay.Commands;
using Assay.Commands.Agents;
using Assay.Commands.Audit;
using Assay.Commands.Case;
using Assay.Commands.Completion;
using Assay.Commands.Serve;
using Assay.Commands.Team;
using Assay.Commands.Time;
using Assay.Commands.Trade;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;

namespace Assay;

/// <summary>The whole command line, from the words given to an exit code. Nothing thrown leaves it.</summary>
internal static class CommandLine
{
    /// <summary>Runs the command that the words name.</summary>
    /// <param name="words">The words after the program's name.</param>
    public static async Task<int> RunAsync(string[] words)
    {
        try
        {
            var root = new RootCommand("Assay puts an account to the test: its clocks, its voices, its trade figures.");
            root.Add(AuditCommand.Create());
            root.Add(ReadCommand.Create());
            root.Add(CheckCommand.Create());
            if (words is not ["audit", ..]) // its start is measured, and it needs none of the others
            {
                root.Add(CaseCommand.Create());
                root.Add(ServeCommand.Create());
                root.Add(TeamCommand.Create());
                root.Add(CompletionCommand.Create());
                root.Add(McpCommand.Create());
            }

            root.Add(TimeCommand.Create());
            root.Add(TradeCommand.Create());
            var parsed = root.Parse(FileNames.Given(EvaluateCommand.OrFile(words)));
            if (UnknownOption(parsed) is { } unknown)
                return Complaint.Of(unknown);
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCodes.Usage : code;
        }
        catch (Exception e) when (e is not StackOverflowException)
        {
            return Complaint.Of(e);
        }
    }

    // A word that begins like an option and names no file is a misspelt option, unless -- said that only files follow.
    private static Error? UnknownOption(ParseResult parsed)
    {
        if (parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash))
            return null;
        var words = parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens).Select(t => t.Value);
        var unknown = words.FirstOrDefault(w => w.Length > 1 && w[0] == '-' && !char.IsAsciiDigit(w[1]) && !Path.Exists(w));
        if (unknown is null)
            return null;
        var meant = Spelling.Meant(unknown.Split('=', ':')[0], parsed.CommandResult.Command.Options.Select(o => o.Name));
        var hint = meant is null ? "--help lists the options; name a file that begins so as ./FILE." : $"Did you mean {meant}?";
        return new Error(ErrorKind.Usage, $"There is no option {unknown}.", hint);
    }
}
