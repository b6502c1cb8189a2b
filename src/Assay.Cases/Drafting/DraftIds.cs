using System.Security.Cryptography;
using System.Text;
using Assay.Ground.Anchors;

namespace Assay.Cases.Drafting;

/// <summary>
/// Ids of what is drafted: hashes of source, kind, span and words, so that a thing has the same id on every run and whoever drafted it.
/// Where two things
/// of one kind stand in the same words, the later ones are numbered.
/// </summary>
internal sealed class DraftIds
{
    private const int Bytes = 5;
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    /// <summary>The id of something anchored to words.</summary>
    /// <param name="kind">Short name of the kind; the id begins with it.</param>
    /// <param name="source">The source.</param>
    /// <param name="span">Where it stands.</param>
    /// <param name="more">What else tells it from others in the same words.</param>
    public string Of(string kind, SourceReading source, TextSpan span, string more = "") =>
        Of(kind, $"{source.Document.Sha256}\n{span.Start}-{span.End}\n{span.Of(source.Text)}\n{more}");

    /// <summary>The id of something known by a key of its own.</summary>
    /// <param name="kind">Short name of the kind.</param>
    /// <param name="key">What tells it from all others of its kind.</param>
    public string Of(string kind, string key)
    {
        var id = Plain(kind, key);
        taken[id] = taken.TryGetValue(id, out var times) ? ++times : times = 1;
        return times == 1 ? id : $"{id}-{times}";
    }

    /// <summary>The id of something known by a key of its own, whatever else has it.</summary>
    /// <param name="kind">Short name of the kind.</param>
    /// <param name="key">What tells it from all others of its kind.</param>
    public static string Plain(string kind, string key) =>
        $"{kind}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{key}")).AsSpan(0, Bytes))}";
}
