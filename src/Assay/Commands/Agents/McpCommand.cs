using System.CommandLine;
using Assay.Cases.UseCases;
using Assay.Commands.Audit;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Agents;

/// <summary><c>assay mcp</c>: serves the Model Context Protocol over standard input and output, for agents.</summary>
public static class McpCommand
{
    private const string Description = """
        Serve an agent over the Model Context Protocol (standard input and output): it reads, Assay checks.

        The agent sees the sources as numbered sentences, proposes what they tell (events, clocks, claims, anchored to exact
        words), and gets verdicts. Nothing decides, publishes, deletes or fetches. docs/agents.md shows a whole session.

        Examples:
          assay mcp article.txt --out account.json      and later: assay check account.json
          assay mcp account.json --read-only
          assay mcp                                     the agent adds the text itself

        Exit codes: 0 the client hung up, 2 usage, 3 no input could be read, 130 stopped.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var inputs = new Argument<string[]>("FILE")
        {
            Description = "Articles, folders of them, and at most one account (.json).",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var readOnly = new Option<bool>("--read-only") { Description = "Leave out the tools that write: add_source and propose_drafts." };
        var outFile = new Option<string?>("--out")
        {
            Description = "File for the account, kept up to date with what is proposed; sources that are added are kept beside it.",
        };
        var rules = new Option<bool>("--rules")
        {
            Description = "Begin with what the rules draft of the articles, as 'assay read' does; without it, with no drafts.",
        };
        var lake = new Option<string?>("--lake")
        {
            Description = "Directory of customs books (see 'assay trade import') for trade_finding.",
        };
        var published = new Option<string?>("--published") { Description = "Publication date (YYYY-MM-DD) of sources that state none." };
        var maxSize = new Option<int>("--max-size")
        {
            Description = "Largest file to read, in MB.",
            DefaultValueFactory = _ => ReadingOptions.DefaultSize,
        };
        var command = new Command("mcp", Description) { inputs, readOnly, outFile, rules, lake, published, maxSize };
        command.SetAction(
            (result, cancellation) =>
                Execute(
                    result.GetValue(inputs) ?? [],
                    new ReadingOptions(result.GetValue(published), [], result.GetValue(maxSize), result.GetValue(lake)),
                    result.GetValue(rules),
                    new ServedDesk(result.GetValue(readOnly), result.GetValue(outFile)),
                    CommandConsole.Of(result),
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> Execute(
        string[] inputs,
        ReadingOptions reading,
        bool rules,
        ServedDesk served,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        if (served.OutFile is { } file && string.IsNullOrWhiteSpace(file))
            return console.Refuse(new Error(ErrorKind.Usage, "--out names no file.", "Give a file, or leave --out off."));
        if (served.OutFile is { } there && File.Exists(there) && !inputs.Contains(there))
            return console.Refuse(
                new Error(
                    ErrorKind.Usage,
                    $"--out {there} is there already, and would be replaced.",
                    $"To go on from it, name it as a FILE as well: assay mcp {there} --out {there}"
                )
            );
        var options = reading.Parse();
        if (!options.Succeeded)
            return console.Refuse(options.Error);
        var opened = OpenDesk.Run(new DeskRequest(inputs, options.Value, rules), cancellation);
        if (!opened.Succeeded)
            return console.Refuse(opened.Error);
        foreach (var refused in opened.Value.Errors)
            console.Say(refused.ToString());
        return await served.Run(opened.Value.Desk, reading.Lake, cancellation);
    }
}
