namespace Assay.Tests.Fixtures;

/// <summary>One night as several sources tell it: a report, what others made of it, and reports written without it.</summary>
internal static class Harbour
{
    /// <summary>The report.</summary>
    public const string Report = """
        The night the barge came loose

        Riga, 4 May 2021

        The barge Selga struck the northern pier of the harbour at 10:20 p.m. on 3 May 2021 after its mooring lines parted in a squall that nobody on the quay had expected. The harbour office closed the lock at 10:40 p.m. and sent two tugs from the coal berth to take the barge in tow before it could swing across the fairway.

        Pilots who had been waiting for the evening tide said the wind rose from twelve to thirty knots within a quarter of an hour. One of the tugs lost its radio for most of the work, and the crews shouted their orders across the water.

        By midnight the barge lay at the timber quay with a dent of four metres in its bow. The harbour office reopened the lock at 1:15 a.m. on 4 May 2021 and said that no oil had been spilled. The owner has not said what the lines were made of, or when they were last looked at.
        """;

    /// <summary>The report under another headline, with some words left out.</summary>
    public static string Copy { get; } =
        Report
            .Replace("The night the barge came loose", "Barge hits pier", StringComparison.Ordinal)
            .Replace(" in a squall that nobody on the quay had expected", "", StringComparison.Ordinal)
            .Replace("most of the work", "a long while", StringComparison.Ordinal);

    /// <summary>The same night by somebody else.</summary>
    public const string Dockers = """
        A pier is hit

        Riga, 5 May 2021

        It was raining hard when the Selga, a barge of the river company, drifted into the northern pier at 10:25 p.m. on 3 May 2021. Dockers heard the blow before they saw anything, one of them told this paper, and ran.

        Shipping through the lock was stopped at 10:40 p.m. Two tugs were called. Their masters describe an hour of hard work in the dark, with one radio between them, until the hull was made fast near the sawmill shortly before twelve.

        An inspector from the ministry looked at the bow in the morning. She found steel pushed in over the height of a man, wet timber and no leak. What held the barge, and why it gave way, is now a matter for the insurer, whose surveyor arrives on Friday.
        """;

    /// <summary>The same night by a third, on the water.</summary>
    public const string Tug = """
        Log of a long watch

        Riga, 6 May 2021

        We cast off from the coal berth at 10:45 p.m. on 3 May 2021 with orders to fetch a barge off the northern pier. The gusts had it by the stern and it would not lie still. The other boat could not hear us, so my mate stood on the roof and waved a lamp.

        It took four tries to pass a line. On the third the Selga came round so fast that we ran for the sluice side and waited. When she was alongside the timber quay I looked at the clock in the galley, and it was five minutes to midnight.

        Nobody was hurt. The cook had burned the soup, and we drank tea with the pilots until the lock opened again at 1:15 a.m. on 4 May 2021.
        """;

    /// <summary>What an official said, at length.</summary>
    public const string Said =
        "“We closed the lock because a loose hull in the fairway is a danger to everybody behind it, and we will close it again whenever a master cannot tell us within ten minutes that his lines hold. The rules for mooring in the northern basin are being written anew, and until they are in force no barge longer than sixty metres will lie there overnight without a tug beside it,” the harbour master told reporters on Tuesday.";

    /// <summary>A page of a site.</summary>
    /// <param name="title">Headline.</param>
    /// <param name="text">Paragraphs, parted by empty lines.</param>
    /// <param name="head">What else stands in its head.</param>
    public static string Page(string title, string text, string head = "") =>
        $"<!doctype html><html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>"
        + string.Concat(text.Split("\n\n").Select(p => $"<p>{p.Trim()}</p>"))
        + "</article></body></html>";

    /// <summary>The paragraphs of a text without its headline and its date.</summary>
    public static string Body(string text) => string.Join("\n\n", text.Split("\n\n").Skip(2));
}
