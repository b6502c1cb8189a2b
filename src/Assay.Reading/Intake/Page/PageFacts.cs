using Assay.Ground.Anchors;
using Assay.Reading.Text;
using NodaTime;

namespace Assay.Reading.Intake.Page;

/// <summary>What has been read of a page so far: its blocks, and the metadata with the spans they stand at.</summary>
internal sealed class PageFacts(PageDraft draft, List<PageBlock> blocks)
{
    private readonly List<(TextSpan Span, string Reason)> captions = [];
    private readonly List<(TextSpan Span, string Reason)> credits = [];

    /// <summary>The text of the page.</summary>
    public string Text => draft.Text;

    /// <summary>What the markup declares.</summary>
    public DeclaredMetadata Declared => draft.Declared;

    /// <summary>True where the page's markup tells inside from outside.</summary>
    public bool HasStructure => draft.HasStructure;

    /// <summary>True where the blocks come from markup.</summary>
    public bool IsMarkup => draft.IsMarkup;

    /// <summary>The blocks.</summary>
    public List<PageBlock> Blocks => blocks;

    /// <summary>Index of the first block of running text, or the number of blocks.</summary>
    public int Body { get; set; }

    /// <summary>The headline's block.</summary>
    public PageBlock? Title { get; set; }

    /// <summary>Section with its span and reason.</summary>
    public (TextSpan Span, string Reason)? Section { get; set; }

    /// <summary>Publication date.</summary>
    public PublishedDate? Published { get; set; }

    /// <summary>Month of publication, where the page gives no day; its date is the first of it.</summary>
    public (PageDate Date, string Reason)? PublishedMonth { get; set; }

    /// <summary>Authors.</summary>
    public List<(TextSpan Span, string Reason)> Authors { get; } = [];

    /// <summary>Bio.</summary>
    public (TextSpan Span, string Reason)? Bio { get; set; }

    /// <summary>Disclaimer.</summary>
    public (TextSpan Span, string Reason)? Disclaimer { get; set; }

    /// <summary>Site.</summary>
    public (TextSpan Span, string Reason)? Site { get; set; }

    /// <summary>Place of the dateline.</summary>
    public (TextSpan Span, string Reason)? DatelinePlace { get; set; }

    /// <summary>Index of the first block after the article's bio or disclaimer, or null.</summary>
    public int? TailStart { get; set; }

    /// <summary>True for a date other than the day the paper itself gives for its publication.</summary>
    /// <param name="date">The date.</param>
    public bool IsAnotherDay(PageDate date) => Published is { IsChange: false } own && own.Date.Date != date.Date;

    /// <summary>Adds a caption.</summary>
    public void AddCaption(TextSpan span, string reason) => captions.Add((span, reason));

    /// <summary>Adds a credit.</summary>
    public void AddCredit(TextSpan span, string reason) => credits.Add((span, reason));

    /// <summary>Adds an author once.</summary>
    public void AddAuthor(TextSpan span, string reason)
    {
        var name = span.Of(Text);
        if (!Authors.Exists(a => a.Span.Of(Text).Equals(name, StringComparison.OrdinalIgnoreCase)))
            Authors.Add((span, reason));
    }

    /// <summary>The metadata. What stands in the text comes before what only the markup declares, but a declared date is surer than a read
    /// one.</summary>
    public SourceMetadata ToMetadata(TextLayer layer)
    {
        Stated<string> At((TextSpan Span, string Reason) found) => new(found.Span.Of(Text), layer.QuoteOf(found.Span), found.Reason);
        Stated<string>? Or((TextSpan, string)? found, Declared? declared) =>
            found is { } f ? At(f)
            : declared is null ? null
            : new Stated<string>(declared.Value, null, declared.Reason);
        var declaredDate = Declared.Published is { } p ? PageDates.Declared(p.Value) : null;
        var date = declaredDate ?? Published?.Date;
        return new SourceMetadata
        {
            Title = Title is null ? Or(null, Declared.Title) : At((Title.Inner, Title.Reason ?? "headline")),
            Section = Or(Section, Declared.Section),
            Published =
                date is null ? null
                : declaredDate is not null
                    ? new Stated<LocalDate>(
                        date.Date,
                        Published?.Date.Date == date.Date ? layer.QuoteOf(Published!.Date.Span) : null,
                        Declared.Published!.Reason
                    )
                : new Stated<LocalDate>(date.Date, layer.QuoteOf(date.Span), Published!.Reason),
            PublishedMonth =
                date is null && PublishedMonth is { } month
                    ? new Stated<YearMonth>(month.Date.Date.ToYearMonth(), layer.QuoteOf(month.Date.Span), month.Reason)
                    : null,
            PublishedTime = date?.Time ?? Published?.Date.Time,
            PublishedAlternatives = date?.Other is { } other ? [other] : [],
            Authors =
                Authors.Count > 0
                    ? Authors.Select(At).ToList()
                    : Declared.Authors.Select(a => new Stated<string>(a.Value, null, a.Reason)).ToList(),
            Bio = Or(Bio, null),
            Disclaimer = Or(Disclaimer, null),
            Captions = captions.Select(At).ToList(),
            Credits = credits.Select(At).ToList(),
            Site = Declared.Site is { } site ? Or(null, site) : Or(Site, null),
            DatelinePlace = Or(DatelinePlace, null),
            Address = Or(null, Declared.Address),
            Language = Declared.Language,
        };
    }
}
