using Assay.Workbench.Work;
using NodaTime;

namespace Assay.Workbench.Api;

/// <summary>A piece of long work.</summary>
/// <param name="Id">Its id in addresses.</param>
/// <param name="Title">What it is.</param>
/// <param name="Who">Who asked for it.</param>
/// <param name="Asked">When.</param>
/// <param name="State">Where it stands.</param>
/// <param name="IsStopping">True where it runs and was cancelled: it ends after the step it is at.</param>
/// <param name="Words">How far it is, or why it came to nothing, in words.</param>
/// <param name="Done">How much of the present stage is done.</param>
/// <param name="Total">How much there is; 0 where that is not known.</param>
/// <param name="Told">What there is to say of it once it is done.</param>
/// <param name="HasFile">True where it made a file, which is at its address, with /file behind.</param>
/// <param name="HasScan">True where it made a scan of customs books, which is at /scans, under its id.</param>
internal sealed record WorkInfo(
    string Id,
    string Title,
    string Who,
    Instant Asked,
    JobState State,
    bool IsStopping,
    string Words,
    long Done,
    long Total,
    IReadOnlyList<string> Told,
    bool HasFile,
    bool HasScan
)
{
    /// <summary>A piece of work as the API gives it.</summary>
    public static WorkInfo Of(Seat seat, Job job)
    {
        var (state, step) = (job.State, job.Step);
        var end = state == JobState.Done ? job.End!.Value.Value : null;
        return new WorkInfo(
            job.Id,
            job.Title,
            job.Who,
            job.Asked,
            state,
            state == JobState.Running && job.IsStopping,
            WorkPages.Words(job),
            step.Done,
            step.Total,
            end?.Told ?? [],
            end?.File is not null,
            seat.All.Shelf.Scans.Find(seat.Name, job.Id) is not null
        );
    }
}

/// <summary>What is asked of customs books; what is left out is as the page has it.</summary>
/// <param name="Target">The country that the goods are restricted for, by name or code.</param>
internal sealed record NewScan(string Target)
{
    /// <summary>Name of a list of goods that ships: chpl.</summary>
    public string? List { get; init; }

    /// <summary>Codes of goods, with commas, in place of a list.</summary>
    public string? Codes { get; init; }

    /// <summary>The month it begins with: 2022-03; that of the list where left out.</summary>
    public string? Since { get; init; }

    /// <summary>Where the goods come from: EU27, all, or countries with commas.</summary>
    public string? Origin { get; init; }

    /// <summary>Length of the codes: HS6.</summary>
    public string? Level { get; init; }

    /// <summary>Whose reports: exports or imports.</summary>
    public string? Side { get; init; }

    /// <summary>Currency of the amounts, in three letters.</summary>
    public string? Currency { get; init; }

    /// <summary>As the page has it.</summary>
    public ScanForm Form()
    {
        var usual = new ScanForm();
        return usual with
        {
            Target = Target.Trim(),
            List = List ?? usual.List,
            Codes = Codes?.Replace(" ", "", StringComparison.Ordinal) ?? usual.Codes,
            Since = Since ?? usual.Since,
            Origin = Origin ?? usual.Origin,
            Level = Level ?? usual.Level,
            Side = Side ?? usual.Side,
            Currency = Currency ?? usual.Currency,
        };
    }
}
