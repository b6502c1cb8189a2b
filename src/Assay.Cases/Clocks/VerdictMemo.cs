using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Assay.Chronology.Model;

namespace Assay.Cases.Clocks;

/// <summary>
/// What the solver said before of the same clocks and claims, so that after a decision only what it touched is tested anew. The key is all
/// that goes into the solver, so what is found here is what the solver would say. Safe for use by several threads.
/// </summary>
internal sealed class VerdictMemo
{
    private const int Most = 50_000;
    private readonly ConcurrentDictionary<string, object> known = new(StringComparer.Ordinal);

    /// <summary>What was found before, or what is found now.</summary>
    /// <typeparam name="T">What the solver gives.</typeparam>
    /// <param name="question">Which question is put to the solver.</param>
    /// <param name="model">The model.</param>
    /// <param name="claims">The claims.</param>
    /// <param name="isSettled">Whether an answer is worth keeping: one that ran out of its budget is not.</param>
    /// <param name="ask">Asks the solver.</param>
    public T Of<T>(string question, TemporalModel model, IReadOnlyList<TimeClaim> claims, Func<T, bool> isSettled, Func<T> ask)
        where T : class
    {
        var key = Key(question, model, claims);
        if (known.TryGetValue(key, out var before))
            return (T)before;
        var found = ask();
        if (known.Count >= Most)
            known.Clear();
        if (isSettled(found))
            known[key] = found;
        return found;
    }

    private static string Key(string question, TemporalModel model, IReadOnlyList<TimeClaim> claims)
    {
        var key = new StringBuilder(question);
        foreach (var id in model.Events)
            Put(key, id);
        foreach (var zone in model.Zones)
        {
            Put(key, zone.Id, zone.Voice, zone.Stated ? "stated" : "");
            foreach (var candidate in zone.Candidates)
                Put(key, candidate.Zone, candidate.Reason, candidate.IsHome ? "home" : "");
        }

        foreach (var statement in model.Statements)
        {
            Put(key, statement.Id, statement.Event, statement.Zone, statement.Role == ClockRole.Event ? "event" : "report");
            foreach (var window in statement.Windows)
                Put(key, window);
            foreach (var stated in statement.StatedAt)
                Put(key, stated);
        }

        foreach (var relation in model.Relations)
            Put(key, relation);
        foreach (var global in model.Globals)
            Put(key, global);
        foreach (var claim in claims)
        {
            Put(key, claim with { Without = null });
            Put(key, [.. claim.Without ?? []]);
        }

        return Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(key.ToString())));
    }

    private static void Put(StringBuilder key, params ReadOnlySpan<string> parts)
    {
        key.Append('\n');
        foreach (var part in parts)
            key.Append(CultureInfo.InvariantCulture, $"{part.Length}:").Append(part);
    }

    // Records of plain values write all of them.
    private static void Put<T>(StringBuilder key, T record)
        where T : class => Put(key, record.ToString()!);
}
