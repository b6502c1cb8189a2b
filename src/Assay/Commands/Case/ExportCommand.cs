using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Cases.Exchange;
using Assay.Cases.Store;
using Assay.Commands.Audit;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case export CASE FILE</c>: writes a whole case as one file, or what it says in a format of other programs.</summary>
public static class ExportCommand
{
    private const string Archive = "archive";

    private static readonly string Description = $"""
        Write a whole case as one file: a zip archive of its journal, sources, drafts and decisions. One case is always the same bytes.
        With --format, write what it says for other programs. What a format cannot hold is written beside it, to FILE.sidecar.json.

        Formats:
          {string.Join("\n  ", Known.Select(f => $"{f.Name, -15} {f.About}"))}

        Examples:
          assay case export night.assay night.zip
          assay case export night.assay --format timelinejs -o night.json

        Exit codes: 0 done, 2 usage or a format that is not known, 3 the case cannot be read or does not hold, 5 the file could not be
        written.
        """;

    private static IEnumerable<(string Name, string About)> Known =>
        ExchangeFormats.All.Select(f => (f.Name, f.About)).Prepend((Archive, "the whole case, to be imported again (the default)"));

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var file = new Argument<string?>("FILE")
        {
            Description = "The file to write; one that is there is replaced.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = new Option<string?>("--out", "-o") { Description = "The file to write, where it is not given as FILE." };
        var format = new Option<string>("--format") { Description = "The format, see above.", DefaultValueFactory = _ => Archive };
        var command = new Command("export", Description) { place, file, output, format };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var (given, named) = (result.GetValue(file), result.GetValue(output));
                if (given is null == named is null)
                    return Task.FromResult(
                        console.Refuse(new Error(ErrorKind.Usage, "Name one file to write.", "Give it as FILE or with --out."))
                    );
                var to = given ?? named!;
                var called = result.GetValue(format)!;
                if (called != Archive && ExchangeFormats.Of(called) is null)
                    return Task.FromResult(console.Refuse(Unknown(called)));
                return Task.FromResult(
                    CaseLine.Open(
                        result.GetValue(place)!,
                        console,
                        opened =>
                            ExchangeFormats.Of(called) is { } known
                                ? Exchange(opened, known, to, console, cancellation)
                                : Execute(opened, to, console)
                    )
                );
            }
        );
        return command;
    }

    private static Error Unknown(string called) =>
        new(
            ErrorKind.Usage,
            $"“{Printable.Of(called)}” is no format that a case is exported in.",
            $"The formats are {string.Join(", ", Known.Select(f => f.Name))}."
        );

    private static int Exchange(
        OpenedCase opened,
        ExchangeFormat format,
        string file,
        CommandConsole console,
        CancellationToken cancellation
    )
    {
        var made = ExportExchange.Run(opened, format, cancellation);
        if (!made.Succeeded)
            return console.Refuse(made.Error);
        var sidecar = file + ".sidecar.json";
        // The sidecar goes first: a file without what it lost must not lie there.
        if (made.Value.HasSidecar && WholeFile.Write(sidecar, s => s.Write(Bytes(made.Value.Sidecar(format.Name)))) is { } lost)
            return console.Refuse(lost);
        if (WholeFile.Write(file, s => s.Write(Bytes(made.Value.Text))) is { } unwritten)
            return console.Refuse(unwritten);
        console.Print(
            (TextWriter text) =>
            {
                text.WriteLine(
                    $"wrote {Printable.Of(file)}: {CaseLine.Count(made.Value.Written, "item")}, {made.Value.Left.Count} left out"
                );
                if (made.Value.HasSidecar)
                    text.WriteLine($"wrote {Printable.Of(sidecar)}: what {format.Name} cannot hold");
            }
        );
        return ExitCodes.Done;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static int Execute(OpenedCase opened, string file, CommandConsole console)
    {
        Result<CaseHead>? exported = null;
        if (WholeFile.Write(file, stream => (exported = ExportCase.Run(opened, stream)).Value.Succeeded) is { } unwritten)
            return console.Refuse(exported is { Succeeded: false } failed ? failed.Error! : unwritten);
        var head = exported!.Value.Value;
        console.Print((TextWriter text) => text.WriteLine($"wrote {Printable.Of(file)}: {head.Sequence} entries, head {head.Hash}"));
        return ExitCodes.Done;
    }
}
