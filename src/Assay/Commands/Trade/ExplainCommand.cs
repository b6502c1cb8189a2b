using System.CommandLine;
using Assay.Cases.Books;
using Assay.TradePages;
using Assay.Wording.Trade;

namespace Assay.Commands.Trade;

/// <summary><c>assay trade explain</c>: the finding card of one destination and product.</summary>
public static class ExplainCommand
{
    private const string Description = """
        Shows one finding with every number it rests on, so that it can be re-done by hand.

        Example:  assay trade explain KG 870324 --lake DIR --target RU --list my.csv
                  assay trade explain KG 870324 --lake DIR --target RU --list my.csv --html card.html
        """;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new ScanOptions();
        var destination = new Argument<string>("DESTINATION") { Description = "Code or name of the country." };
        var product = new Argument<string>("PRODUCT") { Description = "Product family, as long as --level says." };
        var html = new Option<string?>("--html") { Description = "Also write a page.", HelpName = "FILE" };
        var command = new Command("explain", Description) { destination, product, html };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var explained = ExplainCell.Run(
                new CellRequest(
                    parsed.GetValue(options.Lake)!,
                    parsed.GetValue(options.Target)!,
                    parsed.GetValue(destination)!,
                    parsed.GetValue(product)!,
                    options.Books(parsed)
                )
            );
            if (!explained.Succeeded)
                return TradeCommand.Refuse(explained.Error, error);
            var cell = explained.Value;
            foreach (var (question, answer) in CellAnswers.Of(cell).SkipLast(1))
                output.WriteLine($"{question + ":", -16} {answer}");
            output.WriteLine();
            output.Write(new FindingCard(cell.Report, cell.Finding).Text());
            return TradeCommand.Page(parsed.GetValue(html), page => FindingPage.Write(page, cell), output, error);
        });
        return command;
    }
}
