using System.Collections.Frozen;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>Words around a name that tell whether it is a place, from <c>Places/Data/en.notplaces.txt</c>. Immutable.</summary>
internal sealed class PlaceWords
{
    private static readonly Lazy<PlaceWords> Shared = new(() => new PlaceWords());

    private PlaceWords()
    {
        var sections = ReadingFiles.Words("Places.Data.en.notplaces.txt");
        Locative = sections.Words("locative", StringComparer.OrdinalIgnoreCase);
        Article = sections.Words("article", StringComparer.OrdinalIgnoreCase);
        State = sections["state"].Select(line => PlaceNames.Fold(line)).ToFrozenSet(StringComparer.Ordinal);
        Vessel = sections.Words("vessel", StringComparer.OrdinalIgnoreCase);
        Stop = sections.Words("stop", StringComparer.OrdinalIgnoreCase);
        Firm = sections.Words("firm", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The words for English, read on first use.</summary>
    public static PlaceWords English => Shared.Value;

    /// <summary>in, at, near, ...: what stands after them is somewhere.</summary>
    public FrozenSet<string> Locative { get; }

    /// <summary>the, a, ...: what stands after them alone is a thing.</summary>
    public FrozenSet<string> Article { get; }

    /// <summary>Names of cities, folded, that are the state of the same name where they stand after another name and a comma.</summary>
    public FrozenSet<string> State { get; }

    /// <summary>tanker, ferry, ...: what stands after them is a vessel's name.</summary>
    public FrozenSet<string> Vessel { get; }

    /// <summary>station, street, ...: what stands before them is called after a place.</summary>
    public FrozenSet<string> Stop { get; }

    /// <summary>Holdings, Bank, ...: what stands before them is a firm's name.</summary>
    public FrozenSet<string> Firm { get; }
}
