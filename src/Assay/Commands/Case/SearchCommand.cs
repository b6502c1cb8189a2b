using System.CommandLine;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Case;

/// <summary><c>assay case search CASE WORDS</c>: looks for words in all sources.</summary>
public static class SearchCommand
{
    private const string Description = """
        Look for words in all sources of a case.

        A paragraph is found that has all the words, each at the beginning of a word of it; put a phrase in quotation marks.
        Capitals do not count. Each line is: source, place in its text, the draft there, the paragraph around them.

        Example:
          assay case search night.assay pier 'struck the'

        Exit codes: 0 done, also where nothing is found; 2 usage, 3 the case cannot be read.
        """;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var place = CaseLine.Case();
        var words = new Argument<string[]>("WORDS") { Description = "Words, or phrases.", Arity = ArgumentArity.OneOrMore };
        var top = new Option<int>("--top") { Description = "Show so many paragraphs at most.", DefaultValueFactory = _ => 50 };
        var command = new Command("search", Description) { place, words, top };
        command.SetAction(
            (result, cancellation) =>
            {
                var console = CommandConsole.Of(result);
                var asked = string.Join(' ', result.GetValue(words)!.Select(Phrase));
                var request = new SearchRequest(asked, Math.Max(0, result.GetValue(top)));
                return Task.FromResult(
                    CaseLine.Open(
                        result.GetValue(place)!,
                        console,
                        opened => SearchCase.Run(opened, request, cancellation).Match(reply => Print(reply, console), console.Refuse)
                    )
                );
            }
        );
        return command;
    }

    // What the shell took as one word is one phrase.
    private static string Phrase(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"\"{word}\"" : word;

    private static int Print(SearchReply reply, CommandConsole console)
    {
        console.Print(
            (TextWriter text) =>
            {
                foreach (var hit in reply.Found)
                    text.WriteLine(
                        Printable.Of(
                            $"{hit.File}:{hit.Start}  {hit.Item ?? "-"}  {hit.Before}{hit.Words}{hit.After}".ReplaceLineEndings(" ")
                        )
                    );
                text.WriteLine(
                    $"{CaseLine.Count(reply.Total, "paragraph")} in {CaseLine.Count(reply.Sources, "source")}"
                        + (reply.Found.Count < reply.Total ? $"; the first {reply.Found.Count} are shown" : "")
                );
            }
        );
        return ExitCodes.Done;
    }
}
