using System.Text.Json.Nodes;
using Assay.Cases.Report;
using Assay.Cases.Store;

namespace Assay.Cases.Exchange;

/// <summary>What a format is written from.</summary>
/// <param name="Title">What the whole is called.</param>
/// <param name="Report">The report of the case.</param>
/// <param name="Journal">The journal of the case, oldest entry first; empty where there is none.</param>
public sealed record ExchangeMaterial(string Title, AuditReport Report, IReadOnlyList<RawEntry> Journal);

/// <summary>An item that a format could not take.</summary>
/// <param name="Id">Id of the item, or the name of the file that was refused.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record LeftOut(string Id, string Reason);

/// <summary>A case in a format of exchange.</summary>
/// <param name="Text">The file.</param>
/// <param name="Written">How many items it holds.</param>
/// <param name="Left">What it does not hold, each with the reason.</param>
/// <param name="Kept">What the format cannot hold of the items it has, keyed by their id.</param>
public sealed record ExchangeFile(string Text, int Written, IReadOnlyList<LeftOut> Left, JsonObject Kept)
{
    /// <summary>True where there is something for a sidecar.</summary>
    public bool HasSidecar => Left.Count > 0 || Kept.Count > 0;

    /// <summary>The sidecar: what was left out and what was lost.</summary>
    public string Sidecar(string format) =>
        Json.Text(
            new JsonObject
            {
                ["schema"] = "assay-sidecar/1",
                ["format"] = format,
                ["written"] = Written,
                ["leftOut"] = Json.List(Left.Select(l => new JsonObject { ["id"] = l.Id, ["reason"] = l.Reason })),
                ["items"] = Kept.DeepClone(),
            }
        );
}

/// <summary>A format that other programs read.</summary>
public abstract class ExchangeFormat
{
    /// <summary>The name on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public abstract string About { get; }

    /// <summary>The end of the name of a file of it.</summary>
    public virtual string Ending => $".{Name}.json";

    /// <summary>The type of a file of it, as HTTP has it.</summary>
    public virtual string Type => "application/json";

    /// <summary>Writes a case. Pure: the same material gives the same file.</summary>
    public ExchangeFile Write(ExchangeMaterial material)
    {
        var file = Make(material);
        var refused = material.Report.Refused.Select(r => new LeftOut(r.Item ?? r.File, r.Message));
        return file with { Left = [.. file.Left, .. refused] };
    }

    /// <summary>Makes the file; what the case refused is added to it afterwards.</summary>
    protected abstract ExchangeFile Make(ExchangeMaterial material);
}

/// <summary>The formats there are. A new one is added here and nowhere else.</summary>
public static class ExchangeFormats
{
    /// <summary>All of them, in the order of the help.</summary>
    public static IReadOnlyList<ExchangeFormat> All { get; } =
    [new FollowTheMoney(), new TimelineJs(), new TimeMap(), new WebAnnotation(), new GeoJson(), new ClaimReview(), new Provenance()];

    /// <summary>The format of a name, or null.</summary>
    public static ExchangeFormat? Of(string name) => All.FirstOrDefault(f => f.Name == name);
}
