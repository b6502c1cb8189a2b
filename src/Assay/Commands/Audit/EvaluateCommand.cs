using System.CommandLine;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary><c>assay read evaluate GOLD...</c>: scores a drafter by gold accounts.</summary>
public static class EvaluateCommand
{
    private const string Name = "evaluate";
    private const string GoldEnding = ".gold.json";

    private const string Description = """
        Score a drafter by gold accounts: clocks, voices, zones, claims, figures, stances, anchors, what was refused, time and tokens.

        A gold account is a file NAME.gold.json beside its text (docs/models.md). Without options the rules are scored;
        with --account, accounts NAME.json by any drafter; with --model and --endpoint, a language model.

        Examples:
          assay read evaluate gold/
          assay read evaluate gold/a.gold.json --account drafts/ --format json

        Exit codes: 0 the marks are reached, 2 usage, 3 a gold cannot be read, 8 the marks are not reached,
        7 the drafter was not run on every gold (which is no pass), 130 stopped.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var golds = new Argument<string[]>("GOLD") { Description = "Gold accounts, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var accounts = new Option<string?>("--account") { Description = "Folder of accounts NAME.json to score in place of the rules." };
        var format = new Option<string>("--format") { Description = "What to print: text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var maxSize = new Option<int>("--max-size")
        {
            Description = "Largest file to read, in MB.",
            DefaultValueFactory = _ => ReadingOptions.DefaultSize,
        };
        var command = new Command(Name, Description) { golds, accounts, format, maxSize };
        var model = new ModelOptions();
        model.AddTo(command);
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var options = new ReadingOptions(null, [], result.GetValue(maxSize)).Parse();
                if (!options.Succeeded)
                    return Task.FromResult(console.Refuse(options.Error));
                var request = new EvaluationRequest(result.GetValue(golds) ?? [], result.GetValue(accounts), options.Value);
                if (model.LacksEndpoint(result))
                {
                    console.Say("The model was not run: no endpoint is named (--endpoint URL). This is no pass.");
                    return Task.FromResult(ExitCodes.Provider);
                }

                var evaluated = model.IsAsked(result)
                    ? Ask(request, model.Parse(result, [], options.Value, null), cancellation)
                    : Of(request, cancellation);
                return Task.FromResult(evaluated.Match(e => EvaluationOutput.Write(e, result.GetValue(format)!, console), console.Refuse));
            }
        );
        return command;
    }

    /// <summary>The words of a command line, where <c>read evaluate</c> may mean a file of that name: it does where there is one and
    /// no gold
    /// account follows.</summary>
    public static string[] OrFile(string[] words) =>
        words is ["read", Name, .. var more]
        && Path.Exists(Name)
        && !more.Any(w => w.EndsWith(GoldEnding, StringComparison.Ordinal) || Directory.Exists(w))
            ? [words[0], Path.Combine(".", Name), .. more]
            : words;

    private static Result<DrafterEvaluation> Of(EvaluationRequest request, CancellationToken cancellation) =>
        request.Accounts is { } folder && !Directory.Exists(folder)
            ? new Error(
                ErrorKind.Usage,
                $"--account {folder} is no folder.",
                "Give the folder of the accounts, NAME.json for each NAME.gold.json."
            )
            : EvaluateDrafter.Run(request, cancellation);

    private static Result<DrafterEvaluation> Ask(EvaluationRequest request, Result<ModelRequest> model, CancellationToken cancellation)
    {
        if (!model.Succeeded)
            return model.Error;
        return request.Accounts is null
            ? EvaluateDrafter.Run(request, model.Value, cancellation)
            : new Error(ErrorKind.Usage, "--account and --model name two drafters.", "Evaluate one at a time.");
    }
}
