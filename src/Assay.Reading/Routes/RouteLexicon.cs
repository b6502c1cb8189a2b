using Assay.Ground.DataFiles;

namespace Assay.Reading.Routes;

/// <summary>The words of <c>Routes/Data/en.routes.txt</c>, each list as its phrases, longest first. Loaded on first use;
/// thread-safe.</summary>
internal sealed class RouteLexicon
{
    private static readonly Lazy<RouteLexicon> LazyEnglish = new(() => new RouteLexicon(ReadingFiles.Words("Routes.Data.en.routes.txt")));

    private RouteLexicon(WordFile words)
    {
        string[][] Phrases(string section) => [.. words.Entries(section).Select(p => p.Split(' ')).OrderByDescending(p => p.Length)];
        (Measures, Evading, Rerouting, Helping) = (Phrases("measures"), Phrases("evading"), Phrases("rerouting"), Phrases("helping"));
        (Through, Waypoint, To, Against) = (Phrases("through"), Phrases("waypoint"), Phrases("to"), Phrases("against"));
        (StandIns, Fillers, NoGoods, Denials) = (words.Set("stand-ins"), words.Set("fillers"), words.Set("no-goods"), words.Set("denials"));
        (NoTrade, Since) = (words.Set("no-trade"), Phrases("since"));
    }

    /// <summary>The words of English.</summary>
    public static RouteLexicon English => LazyEnglish.Value;

    /// <summary>What is got round.</summary>
    public string[][] Measures { get; }

    /// <summary>Getting round it.</summary>
    public string[][] Evading { get; }

    /// <summary>Sending goods another way.</summary>
    public string[][] Rerouting { get; }

    /// <summary>Helping somebody.</summary>
    public string[][] Helping { get; }

    /// <summary>Before the day from which on.</summary>
    public string[][] Since { get; }

    /// <summary>Before the waypoint.</summary>
    public string[][] Through { get; }

    /// <summary>After the waypoint.</summary>
    public string[][] Waypoint { get; }

    /// <summary>Before the target.</summary>
    public string[][] To { get; }

    /// <summary>Between the measures and whom they are against.</summary>
    public string[][] Against { get; }

    /// <summary>Words that stand for a country named elsewhere.</summary>
    public HashSet<string> StandIns { get; }

    /// <summary>Words that may stand before a country.</summary>
    public HashSet<string> Fillers { get; }

    /// <summary>Words for goods that name none.</summary>
    public HashSet<string> NoGoods { get; }

    /// <summary>What is sent another way and is no trade.</summary>
    public HashSet<string> NoTrade { get; }

    /// <summary>Words with which nothing is alleged.</summary>
    public HashSet<string> Denials { get; }
}
