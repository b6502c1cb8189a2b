using System.CommandLine;
using Assay.Cases.Drafting;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary><c>assay read FILE...</c>: drafts an account of what the sources tell, for a person to correct and for <c>assay check</c> to
/// test.</summary>
public static class ReadCommand
{
    private const string Description = """
        Read sources into an account: what they tell, anchored word by word, with nothing judged yet.

        The account is plain JSON (docs/account.md): sources, events, clocks, claims, statements, figures, places, people.
        Correct it in an editor, or write one by hand, and test it with 'assay check'. 'assay audit' is the two in one.

        Examples:
          assay read article.txt > account.json
          assay read interviews/ --published 2024-03-01 --out account.json
          assay read article.txt | assay check -
          assay read evaluate gold/          scores a drafter; a file named evaluate is read as ./evaluate

          assay read article.txt --model NAME --endpoint http://localhost:11434 --runs runs/

        Exit codes: 0 done, 2 usage, 3 no input could be read, 4 some inputs were refused, 5 the account could not be written,
        7 a model did not answer for all of it, 130 stopped.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var inputs = new Argument<string[]>("FILE") { Description = "Files or folders to read.", Arity = ArgumentArity.OneOrMore };
        var outFile = new Option<string?>("--out")
        {
            Description = "File for the account; standard output where not given. An existing file is replaced.",
        };
        var published = new Option<string?>("--published")
        {
            Description = "Publication date (YYYY-MM-DD) of sources that state none; relative dates count from it.",
        };
        var global = new Option<string[]>("--zone")
        {
            Description = "A zone the author may have converted every clock to (IANA id such as Europe/Berlin); may be repeated.",
        };
        var maxSize = new Option<int>("--max-size")
        {
            Description = "Largest file to read, in MB.",
            DefaultValueFactory = _ => ReadingOptions.DefaultSize,
        };
        var command = new Command("read", Description) { inputs, outFile, published, global, maxSize };
        command.Add(EvaluateCommand.Create());
        var model = new ModelOptions();
        var compare = new Option<bool>("--compare")
        {
            Description = "With a model: list what was refused, and what rules or model alone found.",
        };
        model.AddTo(command);
        command.Add(model.Replay);
        command.Add(compare);
        command.SetAction(
            (result, cancellation) =>
            {
                var asked = new ReadingOptions(result.GetValue(published), result.GetValue(global) ?? [], result.GetValue(maxSize));
                var (files, to, console) = (result.GetValue(inputs) ?? [], result.GetValue(outFile), CommandConsole.Of(result));
                var replay = result.GetValue(model.Replay);
                if (replay is null && !model.IsAsked(result))
                    return Task.FromResult(Execute(files, to, asked, console, cancellation));
                var options = asked.Parse();
                if (!options.Succeeded)
                    return Task.FromResult(console.Refuse(options.Error));
                var request = model.Parse(result, files, options.Value, replay);
                return request.Succeeded
                    ? new ModelReading(request.Value, to, result.GetValue(compare), console).Execute(cancellation)
                    : Task.FromResult(console.Refuse(request.Error));
            }
        );
        return command;
    }

    private static int Execute(
        string[] inputs,
        string? outFile,
        ReadingOptions asked,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var options = asked.Parse();
        if (!options.Succeeded)
            return console.Refuse(options.Error);
        using var progress = AuditProgressLine.For(inputs, console);
        var reply = ReadAccount.Run(new AuditRequest(inputs, options.Value), progress, cancellation);
        progress.Clear();
        return reply.Match(read => Write(read, outFile, console), console.Refuse);
    }

    private static int Write(ReadReply reply, string? outFile, CommandConsole console)
    {
        foreach (var refused in reply.Errors)
            console.Say(refused.ToString());
        if (outFile is null)
            console.Print((Stream stream) => ReadAccount.Write(stream, reply.Account));
        else if (WholeFile.Write(outFile, stream => ReadAccount.Write(stream, reply.Account)) is { } error)
            return console.Refuse(error);

        return reply.Errors.Count == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }
}
