using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Assay.Cases.Report;

/// <summary>Where each clock stands on one of the zones for all, by its id.</summary>
/// <param name="clocks">Where each stands on every one of them.</param>
/// <param name="zone">The place of the zone among them.</param>
internal sealed class OnGlobal(Dictionary<string, IReadOnlyList<ZoneEntry>> clocks, int zone) : IReadOnlyDictionary<string, ZoneEntry>
{
    /// <inheritdoc/>
    public int Count => clocks.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => clocks.Keys;

    /// <inheritdoc/>
    public IEnumerable<ZoneEntry> Values => clocks.Values.Select(z => z[zone]);

    /// <inheritdoc/>
    public ZoneEntry this[string key] => clocks[key][zone];

    /// <inheritdoc/>
    public bool ContainsKey(string key) => clocks.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out ZoneEntry value)
    {
        value = clocks.TryGetValue(key, out var zones) ? zones[zone] : null;
        return value is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ZoneEntry>> GetEnumerator() =>
        clocks.Select(c => KeyValuePair.Create(c.Key, c.Value[zone])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
