using System.Text.Json.Serialization;
using Assay.Reading.Figures;

namespace Assay.Cases.Report;

/// <summary>Figures on one subject.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Figures">Ids of the figures.</param>
/// <param name="Kind">conflict where their intervals do not meet, agree where they do.</param>
/// <param name="Sentence">It in one sentence.</param>
public sealed record ConflictEntry(string Subject, IReadOnlyList<string> Figures, ConflictKind Kind, string Sentence)
{
    /// <summary>How many sources the figures are from and how many origins those have; left out where each source has its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ToldEntry? Told { get; init; }
}
