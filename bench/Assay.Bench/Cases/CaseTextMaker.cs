using System.Globalization;
using System.Text;

namespace Assay.Bench.Cases;

/// <summary>Reports of made-up nights in made-up harbours: each of its own place and people, twenty events with clock times, and claims of
/// order among them.</summary>
internal static class CaseTextMaker
{
    private const int Events = 20;
    private static readonly string[] Syllables =
    [
        "ka",
        "vo",
        "ru",
        "ti",
        "le",
        "na",
        "so",
        "mi",
        "da",
        "re",
        "pu",
        "ga",
        "lo",
        "be",
        "fi",
        "ha",
    ];
    private static readonly string[] Cities =
    [
        "Riga",
        "London",
        "Oslo",
        "Lisbon",
        "Athens",
        "Tallinn",
        "Dublin",
        "Madrid",
        "Cairo",
        "Nairobi",
    ];

    private static readonly (string Who, string Did)[] Doings =
    [
        ("The barge {0}", "struck the pier"),
        ("The harbour office of {0}", "closed the lock"),
        ("The pilot station of {0}", "received a call"),
        ("The ferry {0}", "left the quay"),
        ("The tug {0}", "reached the wreck"),
        ("The mayor of {0}", "opened the hall"),
        ("The train from {0}", "arrived"),
        ("The plant at {0}", "stopped the pumps"),
        ("The crew of the {0}", "abandoned the ship"),
        ("The bridge at {0}", "collapsed"),
    ];

    /// <summary>A report.</summary>
    /// <param name="number">Which; the same number gives the same text.</param>
    public static string Of(int number)
    {
        var random = new Random(number);
        var text = new StringBuilder();
        var city = Cities[number % Cities.Length];
        var day = new DateTime(2021, 1, 1).AddDays(number % 300);
        text.Append(CultureInfo.InvariantCulture, $"The night of the {Name(random)}\n\n{city}, {day.AddDays(1):d MMMM yyyy}\n\n");
        var told = new List<(string Who, string Did)>();
        for (var i = 0; i < Events; i++)
        {
            var (who, did) = Doings[random.Next(Doings.Length)];
            var subject = string.Format(CultureInfo.InvariantCulture, who, Name(random));
            var at = day.AddMinutes(random.Next(12 * 60, 24 * 60));
            told.Add((subject, did));
            text.Append(CultureInfo.InvariantCulture, $"{subject} {did} at {at:h:mm} p.m. on {day:d MMMM yyyy}. ");
            if (i % 5 == 4)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{told[i - 3].Who} {told[i - 3].Did} before {Lower(told[i].Who)} {told[i].Did}, a witness said.\n\n"
                );
        }

        return text.ToString();
    }

    private static string Lower(string subject) => "the" + subject[3..];

    private static string Name(Random random)
    {
        var name = string.Concat(Enumerable.Range(0, 4).Select(_ => Syllables[random.Next(Syllables.Length)]));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }
}
