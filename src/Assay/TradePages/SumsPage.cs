using Assay.Cases.Books;
using Assay.Html;
using Assay.Trade.Findings;
using Assay.Wording.Trade;

namespace Assay.TradePages;

/// <summary>Sums without a model as pages: who supplies a target, and what of a country's imports leaves again.</summary>
internal static class SumsPage
{
    private const string NoModel =
        "Sums before and after, without a model: they say what moved, not why. What is not reported is unknown, not zero. They name no firm.";

    private const int FirstReceived = 5;
    private const int LastReceived = 7;

    private static readonly string[] SuppliersHead =
    [
        "From",
        "Sent before",
        "Sent after",
        "Sent, change",
        "Sent, share after",
        "Received before",
        "Received after",
        "Received, change",
        "Months compared",
    ];

    private static readonly string[] BalanceHead =
    [
        "Product",
        "Name",
        "Imports before",
        "Imports after",
        "Exports before",
        "Exports after",
        "To target before",
        "To target after",
        "Left again",
        "Leaves again",
    ];

    /// <summary>Writes the page of suppliers.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="reply">The suppliers.</param>
    /// <param name="top">Most rows.</param>
    public static void Suppliers(TextWriter output, SuppliersReply reply, int top)
    {
        var (target, all) = (CountryLabels.Name(reply.Target), reply.Suppliers.Together);
        IReadOnlyList<Supplier> rows = [.. reply.Suppliers.Countries.Take(top), all];
        // What the target does not report has no columns.
        bool IsShown(int column) => all.Received.Known || column is < FirstReceived or > LastReceived;
        int[] shown = [.. Enumerable.Range(0, SuppliersHead.Length).Where(IsShown)];
        Write(
            output,
            $"Who supplies {target}",
            [
                $"Deliveries of goods on the list {LawWords.Name(reply.List)}: "
                    + Span(reply.Suppliers.First, reply.Suppliers.Last, reply.Suppliers.Periods),
                all.Received.Known ? "" : $"{target} reports no imports of both periods: what it received is unknown.",
            ],
            html =>
                TradePage.Table(
                    html,
                    $"Suppliers of {target}, amounts in {reply.Currency}",
                    [.. shown.Select(c => SuppliersHead[c])],
                    [.. rows.Select(s => Row(s, all)).Select(row => shown.Select(c => row[c]).ToArray())],
                    true
                ),
            reply.List,
            MoneyWords.Converted(reply.Suppliers.Rates, reply.Currency)
        );
    }

    /// <summary>Writes the page of a balance.</summary>
    /// <param name="output">Where to; not closed.</param>
    /// <param name="reply">The balance.</param>
    /// <param name="top">Most rows.</param>
    public static void Balance(TextWriter output, BalanceReply reply, int top)
    {
        var country = CountryLabels.Name(reply.Country);
        Write(
            output,
            $"What leaves {country} again",
            [
                $"{country} by its own reports, goods on the list {LawWords.Name(reply.List)}; target {CountryLabels.Name(reply.Target)}: {Span(reply.Balance.First, reply.Balance.Last, reply.Balance.Periods)}",
                "Leaves again: exports over imports of the same goods, after; left again: before. Above 1 where the goods are also made there.",
            ],
            html =>
                TradePage.Table(
                    html,
                    $"Imports beside exports, amounts in {reply.Currency}",
                    BalanceHead,
                    [.. reply.Balance.Lines.Take(top).Append(reply.Balance.Together).Select(Row)],
                    true
                ),
            reply.List,
            MoneyWords.Converted(reply.Balance.Rates, reply.Currency)
        );
    }

    private static void Write(
        TextWriter output,
        string title,
        IReadOnlyList<string> lead,
        Action<HtmlWriter> table,
        string list,
        string converted
    ) =>
        TradePage.Write(
            output,
            title,
            "Assay · trade sums",
            [],
            html =>
            {
                html.Write("<section id=\"summary\">");
                foreach (var line in lead.Where(l => l.Length > 0))
                    html.Write($"<p class=\"lead\">{line}</p>\n");
                html.Write($"<p>{NoModel}</p>");
                if (converted.Length > 0)
                    html.Write($"<p>Amounts{converted}.</p>\n");
                html.Write("</section>\n<section id=\"sums\" aria-labelledby=\"sums-h\"><h2 id=\"sums-h\">Before and after</h2>\n");
                table(html);
                html.Write(
                    $"</section>\n<section id=\"law\" aria-labelledby=\"law-h\"><h2 id=\"law-h\">Under which law</h2>\n<p>{LawWords.Of(list)}</p></section>\n"
                );
            }
        );

    private static string Span(int first, int last, int periods) =>
        $"{Amounts.Period(first)} to {Amounts.Period(last)} ({Amounts.Count(periods)} {(first % 100 == 0 ? "years" : "months")}) against the same of the last year before.";

    private static string[] Row(Supplier s, Supplier all) =>
        [
            s.Country.Length == 0 ? "together" : CountryLabels.Name(s.Country),
            Amounts.Whole(s.Sent.Before),
            Amounts.Whole(s.Sent.After),
            Amounts.Change(s.Sent.Before, s.Sent.After),
            Amounts.Percent(s.Sent.After / all.Sent.After) + " %",
            Amounts.Whole(s.Received.Before),
            Amounts.Whole(s.Received.After),
            Amounts.Change(s.Received.Before, s.Received.After),
            Amounts.Count(Math.Max(s.Sent.Compared, s.Received.Compared)),
        ];

    private static string[] Row(BalanceLine line) =>
        [
            line.Product.Length == 0 ? "together" : line.Product,
            ProductLabels.Name(line.Product) ?? "",
            .. line.Sums.Select(Amounts.Whole),
            Amounts.Against(line.LeftAgain),
            Amounts.Against(line.LeavesAgain),
        ];
}
