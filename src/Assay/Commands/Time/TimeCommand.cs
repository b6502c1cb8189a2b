using System.CommandLine;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Time;

/// <summary><c>assay time</c>: finds the time expressions of texts and says what they mean.</summary>
public static class TimeCommand
{
    private const string Description = """
        Finds the time expressions of a text and says what each means (TIMEX3, EDTF).

        Reads UTF-8 text files, or standard input where no file is named. Relative expressions ("yesterday", "in March") count from the
        date given with --dct. With --jsonl each line of the input is {"id":..., "dct":"2022-05-20", "text":"..."} and each line of the
        output {"id":..., "pred":[{"start","end","type","value","text"}]}; offsets count UTF-16 code units.

        Example:  assay time story.txt --dct 2022-05-20
                  echo "They met two days ago." | assay time --dct 2022-05-20 --format json
                  assay time --jsonl < rows.jsonl > found.jsonl

        Exit codes: 0 done, 2 wrong command line, 3 no input could be read, 4 some inputs or rows were refused.
        """;

    /// <summary>The command, reading standard input from the given stream, or from the process where it is null.</summary>
    public static Command Create(Stream? input = null)
    {
        var files = new Argument<string[]>("FILE") { Description = "Text files; - is standard input.", Arity = ArgumentArity.ZeroOrMore };
        var dct = new Option<string?>("--dct")
        {
            Description = "Date the text was written: 2022-05-20, or 2022-05-20T17:30.",
            HelpName = "DATE",
        };
        var lang = new Option<string?>("--lang")
        {
            Description = "Language of the text (en, ru); by its script where not given.",
            HelpName = "LANG",
        };
        var format = new Option<string?>("--format") { Description = "text (default), json or timeml.", HelpName = "FORMAT" };
        var jsonl = new Option<bool>("--jsonl") { Description = "Rows in, rows out, one JSON object a line." };
        var command = new Command("time", Description) { files, dct, lang, format, jsonl };
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var request = TimeRequest.From(
                parsed.GetValue(files) ?? [],
                parsed.GetValue(dct),
                parsed.GetValue(lang),
                parsed.GetValue(format),
                parsed.GetValue(jsonl)
            );
            if (!request.Succeeded)
                return Refuse(request.Error, error);
            return Run(request.Value, new TimeInputs(input), output, error);
        });
        return command;
    }

    private static int Run(TimeRequest request, TimeInputs inputs, TextWriter output, TextWriter error)
    {
        try
        {
            return request.Rows ? new TimeRows(request, inputs, output, error).Run() : Documents(request, inputs, output, error);
        }
        catch (IOException e) when (e is not FileNotFoundException)
        {
            return Refuse(
                new Error(ErrorKind.Output, $"The result could not be written: {e.Message}", "Check that the receiving end is open."),
                error
            );
        }
    }

    private static int Documents(TimeRequest request, TimeInputs inputs, TextWriter output, TextWriter error)
    {
        var documents = new List<TimeDocument>();
        var refused = 0;
        foreach (var file in request.Files)
        {
            var text = inputs.ReadText(file);
            if (text.Succeeded)
                documents.Add(TimeDocument.Read(file, text.Value, request));
            else
            {
                refused++;
                error.WriteLine(text.Error);
            }
        }
        if (documents.Count == 0)
            return ExitCodes.Input;
        switch (request.Format)
        {
            case TimeFormat.Json:
                TimeJson.Write(documents, output);
                break;
            case TimeFormat.TimeMl:
                TimeMl.Write(documents[0], output, error);
                break;
            default:
                TimeText.Write(documents, output);
                break;
        }
        output.Flush();
        return refused == 0 ? ExitCodes.Done : ExitCodes.Partial;
    }

    private static int Refuse(Error refused, TextWriter error)
    {
        error.WriteLine(refused);
        return ExitCodes.For(refused);
    }
}
