using System.Globalization;
using System.Text;

namespace Assay.Bench.Time;

/// <summary>One text with its date.</summary>
internal sealed record BenchText(string Id, string Dct, string Text);

/// <summary>
/// News-like prose of our own words, the same on every run: sentences with and without time expressions, about one in 25 words part of one,
/// as in
/// news corpora. The generator is seeded; nothing is read from anywhere.
/// </summary>
internal static class NewsCorpus
{
    private static readonly string[] Actors =
    [
        "The ministry",
        "A spokesman",
        "The regional governor",
        "The central bank",
        "An opposition deputy",
        "The airline",
        "The port authority",
        "A witness",
        "The prosecutor's office",
        "The company",
        "Two officials",
        "The mission",
        "The union",
        "Residents",
        "The court",
    ];

    private static readonly string[] Verbs =
    [
        "said",
        "announced",
        "reported",
        "denied",
        "confirmed",
        "told reporters",
        "wrote in a statement",
        "insisted",
    ];

    private static readonly string[] Plain =
    [
        "that the road to the airport had been closed",
        "that no decision had been taken on the tariff",
        "that prices of wheat and fuel would be reviewed",
        "that the convoy carried medicine and blankets for several villages",
        "that the pipeline was working at less than half of its capacity",
        "that the figures published by the rival agency were wrong",
        "that its lawyers had not been allowed to see the documents",
        "that the strike in the mines had nothing to do with wages",
        "that more troops may be sent if the governor asks for them",
        "that the second bridge over the river was damaged but open",
    ];

    private static readonly string[] Timed =
    [
        "{md}",
        "on {weekday}",
        "in {month} {year}",
        "{n} days ago",
        "last week",
        "at {h}:{m} p.m. {zone}",
        "early in {month}",
        "since {year}",
        "for {n} months",
        "on {md}, {year}",
        "yesterday evening",
        "between {year} and {year}",
        "the next morning",
        "in the third quarter",
        "every {weekday}",
        "about {n} hours after the meeting",
        "by the end of the year",
        "in the 1990s",
        "shortly before midnight",
        "next month",
        "from {n} to {d} {month}",
        "in recent years",
        "at 3 a.m. on {weekday}",
        "{d} {month} {year}",
    ];

    private static readonly string[] Fillers =
    [
        "The building stood empty and its windows were dark.",
        "Nobody who was asked could say who had given the order.",
        "Shares of the three largest carriers fell, and the exchange suspended trading.",
        "It is not known how many people were inside.",
        "The text of the agreement, 214 pages long, has not been published.",
        "Some 12,400 tonnes of grain lay in the harbour, 60 percent of them damp.",
        "Critics call the plan a gift to a handful of owners; its authors call it a reform.",
        "The road runs for 48 kilometres along the border.",
    ];

    private static readonly string[] Months =
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    private static readonly string[] Zones = ["GMT", "local time", "Moscow time", "EST", "Kyiv time"];

    /// <summary>Texts of about 3 KB, together at least so many characters.</summary>
    public static List<BenchText> Write(int characters)
    {
        var random = new Random(20220520);
        var texts = new List<BenchText>();
        for (var written = 0; written < characters; )
        {
            var text = Article(random);
            var dct = string.Create(
                CultureInfo.InvariantCulture,
                $"{random.Next(1995, 2024)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}"
            );
            texts.Add(new BenchText(string.Create(CultureInfo.InvariantCulture, $"own-{texts.Count}"), dct, text));
            written += text.Length;
        }
        return texts;
    }

    private static string Article(Random random)
    {
        var text = new StringBuilder();
        while (text.Length < 3000)
        {
            for (var i = random.Next(2, 6); i > 0; i--)
                text.Append(Sentence(random)).Append(' ');
            text.Append("\n\n");
        }
        return text.ToString();
    }

    private static string Sentence(Random random) =>
        random.Next(10) switch
        {
            < 3 => One(random, Fillers),
            < 6 => $"{One(random, Actors)} {One(random, Verbs)} {One(random, Plain)}.",
            _ => $"{One(random, Actors)} {One(random, Verbs)} {Time(random)} {One(random, Plain)}.",
        };

    private static string Time(Random random)
    {
        string Number(int from, int to) => random.Next(from, to).ToString(CultureInfo.InvariantCulture);
        return One(random, Timed)
            .Replace("{md}", $"on {One(random, Months)} {Number(1, 29)}", StringComparison.Ordinal)
            .Replace("{weekday}", One(random, Weekdays), StringComparison.Ordinal)
            .Replace("{month}", One(random, Months), StringComparison.Ordinal)
            .Replace("{year}", Number(1985, 2023), StringComparison.Ordinal)
            .Replace("{n}", Number(2, 12), StringComparison.Ordinal)
            .Replace("{d}", Number(13, 29), StringComparison.Ordinal)
            .Replace("{h}", Number(1, 13), StringComparison.Ordinal)
            .Replace("{m}", Number(10, 60), StringComparison.Ordinal)
            .Replace("{zone}", One(random, Zones), StringComparison.Ordinal);
    }

    private static string One(Random random, string[] from) => from[random.Next(from.Length)];
}
