using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case import FILE CASE</c>: makes a case of an export.</summary>
public static class ImportCommand
{
    private const string Description = """
        Make a case of an export. All of it is verified first; what does not hold is refused with the reason, and no case is made.

        Example:
          assay case import night.zip postgres://ada@db/cases?schema=night

        Exit codes: 0 done, 2 usage, 3 the file is no export, does not hold, or the place is taken, 5 the case could not be written.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The export." };
        var place = CaseLine.Case();
        var command = new Command("import", Description) { file, place };
        command.SetAction(result => Execute(result.GetValue(file)!, result.GetValue(place)!, CommandConsole.Of(result)));
        return command;
    }

    private static int Execute(string file, string place, CommandConsole console)
    {
        if (!File.Exists(file))
            return console.Refuse(
                new Error(ErrorKind.Input, "There is no such file.", "'assay case export' writes one.", new Location(file))
            );
        try
        {
            using var stream = File.OpenRead(file);
            var made = ImportCase.Run(stream, Printable.Of(file), place);
            if (!made.Succeeded)
                return console.Refuse(made.Error);
            using var opened = made.Value;
            console.Print((TextWriter text) => text.WriteLine($"made {opened.Store.Place} of {Printable.Of(file)}"));
            return ExitCodes.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return console.Refuse(
                new Error(ErrorKind.Input, $"The file could not be read: {e.Message}", "Check its permissions.", new Location(file))
            );
        }
    }
}
