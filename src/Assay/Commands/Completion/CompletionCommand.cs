using System.CommandLine;
using Assay.Html;

namespace Assay.Commands.Completion;

/// <summary><c>assay completion SHELL</c>: the script that lets a shell complete the commands and options of this program.</summary>
public static class CompletionCommand
{
    private const string Description = """
        Print the script that lets a shell complete commands, options and their values.

        Example:
          source <(assay completion bash)                                   # in ~/.bashrc; zsh likewise, after compinit
          assay completion fish | source                                    # in ~/.config/fish/config.fish
          assay completion pwsh | Out-String | Invoke-Expression            # in $PROFILE
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh, fish or pwsh." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        var command = new Command("completion", Description) { shell };
        command.SetAction(result =>
        {
            CommandConsole.Of(result).Print((TextWriter text) => text.Write(Asset.Load($"completion.{result.GetValue(shell)}").Text));
            return ExitCodes.Done;
        });
        return command;
    }
}
