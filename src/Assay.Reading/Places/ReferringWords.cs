namespace Assay.Reading.Places;

/// <summary>
/// Words that tell of a place, or of whom was named before, without naming it, from <c>Places/Data/en.referring.txt</c>. Immutable.
/// </summary>
public sealed class ReferringWords
{
    private static readonly Lazy<ReferringWords> Shared = new(() => new ReferringWords());

    private ReferringWords()
    {
        var words = ReadingFiles.Words("Places.Data.en.referring.txt");
        (Leading, Settlements, Again) = (words.Set("leading"), words.Set("settlements"), words.Set("again"));
        (Owners, Persons, Bodies) = (words.Set("owners"), words.Set("persons"), words.Set("bodies"));
        (Sitting, Institutions, Crews) = (words.Entries("sitting"), words.Entries("institutions"), words.Entries("crews"));
        (BeforeClocks, AfterClocks) = (words.Entries("before-clocks"), words.Entries("after-clocks"));
        (Sides, Joining, Messages) = (words.Set("sides"), words.Set("joining"), words.Entries("messages"));
        (Sites, Offices, Several) = (words.Entries("sites"), words.Entries("offices"), words.Set("several"));
    }

    /// <summary>The English words, in lower case.</summary>
    public static ReferringWords English => Shared.Value;

    /// <summary>in, at, on: before a place at the beginning of a sentence.</summary>
    public IReadOnlySet<string> Leading { get; }

    /// <summary>town, village: what the settlement named last may be called.</summary>
    public IReadOnlySet<string> Settlements { get; }

    /// <summary>the, that: what stands before such a word.</summary>
    public IReadOnlySet<string> Again { get; }

    /// <summary>their, its: whose a record is.</summary>
    public IReadOnlySet<string> Owners { get; }

    /// <summary>both, either: whoever was named last, together.</summary>
    public IReadOnlySet<string> Several { get; }

    /// <summary>he, she: pronouns of people that may speak.</summary>
    public IReadOnlySet<string> Persons { get; }

    /// <summary>they, it: pronouns of bodies that may speak.</summary>
    public IReadOnlySet<string> Bodies { get; }

    /// <summary>based, sits, has its office: what puts a body at a place.</summary>
    public IReadOnlyList<string> Sitting { get; }

    /// <summary>customs, army: what a country keeps.</summary>
    public IReadOnlyList<string> Institutions { get; }

    /// <summary>Further bodies that act by a clock of their own: a brigade, a tower, a crew.</summary>
    public IReadOnlyList<string> Crews { get; }

    /// <summary>ahead of, behind: before a place whose clocks are spoken of.</summary>
    public IReadOnlyList<string> BeforeClocks { get; }

    /// <summary>time, local time: after a place whose clocks are spoken of.</summary>
    public IReadOnlyList<string> AfterClocks { get; }

    /// <summary>side, bank: the part of a place that belongs to a country.</summary>
    public IReadOnlySet<string> Sides { get; }

    /// <summary>the, at, in, of: what joins the words of a body's name.</summary>
    public IReadOnlySet<string> Joining { get; }

    /// <summary>e-mail, letter: what somebody sends.</summary>
    public IReadOnlyList<string> Messages { get; }

    /// <summary>airport, bridge: what the name of a place stands before.</summary>
    public IReadOnlyList<string> Sites { get; }

    /// <summary>municipal, assembly: further words of what a place keeps, at the head of its papers.</summary>
    public IReadOnlyList<string> Offices { get; }
}
