using System.Collections.Frozen;
using Assay.Ground.DataFiles;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Page;

/// <summary>The words by which a page of one language says what it is; read from <c>Intake/Data/xx.metadata.txt</c>.</summary>
internal sealed class PageWords
{
    private static readonly Lazy<PageWords> LazyEnglish = new(() => new PageWords(ReadingFiles.Words("Intake.Data.en.metadata.txt")));

    private PageWords(WordFile sections)
    {
        FrozenSet<string> Lines(string name) => sections[name].ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Months = Spellings(sections["months"]);
        Weekdays = sections.Words("weekdays", StringComparer.OrdinalIgnoreCase);
        DateWords = sections.Words("date words", StringComparer.OrdinalIgnoreCase);
        HeadVerbs = sections.Words("head verbs", StringComparer.OrdinalIgnoreCase);
        HappeningWords = sections.Words("happening words", StringComparer.OrdinalIgnoreCase);
        PaperWords = sections.Words("paper words", StringComparer.OrdinalIgnoreCase);
        UpdatedWords = sections.Words("updated words", StringComparer.OrdinalIgnoreCase);
        NewsVerbs = sections.Words("news verbs", StringComparer.Ordinal);
        BioVerbs = sections.Words("bio verbs", StringComparer.OrdinalIgnoreCase);
        Sections = Lines("sections");
        BylineLeads = [.. sections["byline leads"].OrderByDescending(l => l.Length)];
        BylineTails = Lines("byline tails");
        NameParticles = sections.Words("name particles", StringComparer.Ordinal);
        Agencies = Lines("agencies");
        Roles = Lines("roles");
        BioHeadings = Lines("bio headings");
        DisclaimerHeadings = Lines("disclaimer headings");
        Disclaimers = sections["disclaimers"];
        CopyrightLeads = [.. sections["copyright"]];
        SiteLeads = [.. sections["site leads"].OrderByDescending(l => l.Length)];
        SiteStopWords = sections.Words("site stop words", StringComparer.OrdinalIgnoreCase);
        CreditLeads = [.. sections["credit leads"].OrderByDescending(l => l.Length)];
        CaptionLeads = sections["caption leads"];
        CreditAgencies = Lines("credit agencies");
        string[] Keys(string name) => [.. sections[name].SelectMany(l => l.Split(' '))];
        TitleKeys = Keys("title keys");
        SectionKeys = Keys("section keys");
        DateKeys = Keys("date keys");
        AuthorKeys = Keys("author keys");
        SiteKeys = Keys("site keys");
        LanguageKeys = Keys("language keys");
    }

    /// <summary>The words of English.</summary>
    public static PageWords English => LazyEnglish.Value;

    /// <summary>Months by every spelling, with and without stop.</summary>
    public FrozenDictionary<string, int> Months { get; }

    /// <summary>Small words within the names of people: "van", "al"; in lower case.</summary>
    public FrozenSet<string> NameParticles { get; }

    /// <summary>Names of weekdays.</summary>
    public FrozenSet<string> Weekdays { get; }

    /// <summary>Words that may stand beside a date on its line.</summary>
    public FrozenSet<string> DateWords { get; }

    /// <summary>Words at the head of a paper that say what was done on its date.</summary>
    public FrozenSet<string> HeadVerbs { get; }

    /// <summary>Words before a date in a line of the head that make it the date of what happened.</summary>
    public FrozenSet<string> HappeningWords { get; }

    /// <summary>Words before a date in a line of the head that make it the date of the paper.</summary>
    public FrozenSet<string> PaperWords { get; }

    /// <summary>Words that say a date is of a change, not of publication.</summary>
    public FrozenSet<string> UpdatedWords { get; }

    /// <summary>Verbs of a bio after the name.</summary>
    public FrozenSet<string> BioVerbs { get; }

    /// <summary>Verbs of a paragraph that tells what happened or was said.</summary>
    public FrozenSet<string> NewsVerbs { get; }

    /// <summary>Names of sections.</summary>
    public FrozenSet<string> Sections { get; }

    /// <summary>What begins a byline, longest first.</summary>
    public IReadOnlyList<string> BylineLeads { get; }

    /// <summary>What ends the names of a byline.</summary>
    public FrozenSet<string> BylineTails { get; }

    /// <summary>Agencies and desks among names.</summary>
    public FrozenSet<string> Agencies { get; }

    /// <summary>Words for what a person does.</summary>
    public FrozenSet<string> Roles { get; }

    /// <summary>Headings of bios.</summary>
    public FrozenSet<string> BioHeadings { get; }

    /// <summary>Headings of disclaimers.</summary>
    public FrozenSet<string> DisclaimerHeadings { get; }

    /// <summary>Patterns of disclaimers.</summary>
    public IReadOnlyList<string> Disclaimers { get; }

    /// <summary>What stands before a site's name, longest first.</summary>
    public IReadOnlyList<string> SiteLeads { get; }

    /// <summary>How a copyright line begins.</summary>
    public IReadOnlyList<string> CopyrightLeads { get; }

    /// <summary>Capitalised words that are no site.</summary>
    public FrozenSet<string> SiteStopWords { get; }

    /// <summary>What begins a picture credit, longest first.</summary>
    public IReadOnlyList<string> CreditLeads { get; }

    /// <summary>What begins a caption.</summary>
    public IReadOnlyList<string> CaptionLeads { get; }

    /// <summary>Picture agencies.</summary>
    public FrozenSet<string> CreditAgencies { get; }

    /// <summary>Keys of front matter for the headline, the surest first.</summary>
    public IReadOnlyList<string> TitleKeys { get; }

    /// <summary>Keys of front matter for the section, the surest first.</summary>
    public IReadOnlyList<string> SectionKeys { get; }

    /// <summary>Keys of front matter for the publication date, the surest first.</summary>
    public IReadOnlyList<string> DateKeys { get; }

    /// <summary>Keys of front matter for the authors, the surest first.</summary>
    public IReadOnlyList<string> AuthorKeys { get; }

    /// <summary>Keys of front matter for the site, the surest first.</summary>
    public IReadOnlyList<string> SiteKeys { get; }

    /// <summary>Keys of front matter for the language, the surest first.</summary>
    public IReadOnlyList<string> LanguageKeys { get; }

    private static FrozenDictionary<string, int> Spellings(IEnumerable<string> lines)
    {
        var spellings = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var parts in lines.Select(line => line.Split(' ')))
        foreach (var spelling in parts[..^1])
            spellings[spelling] = int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture);
        return spellings.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}
