using System.CommandLine;
using Assay.Workbench.Team;

namespace Assay.Commands.Team;

/// <summary><c>assay team openapi</c>: prints the description of the HTTP API.</summary>
internal static class OpenApiCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var command = new Command(
            "openapi",
            "Print the description of the HTTP API (OpenAPI 3.1), as a server gives it at /api/v1/openapi.json."
        );
        command.SetAction(
            async (result, cancellation) =>
            {
                var text = await ApiDescription.Text(cancellation);
                CommandConsole.Of(result).Print((TextWriter output) => output.WriteLine(text));
                return ExitCodes.Done;
            }
        );
        return command;
    }
}
