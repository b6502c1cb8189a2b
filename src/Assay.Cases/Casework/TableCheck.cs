using System.Text.Json;
using Assay.Cases.Accounts;
using Assay.Cases.Journal;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>Holds the tables of drafts and decisions against what the journal tells.</summary>
/// <param name="told">What it tells.</param>
/// <param name="faults">Where what does not hold is put.</param>
internal sealed class TableCheck(ToldHistory told, List<Fault> faults)
{
    /// <summary>Checks the drafts and the readings they come from; tells how many drafts there are.</summary>
    public int Drafts(CaseReader reader)
    {
        var count = 0;
        var orders = new Dictionary<string, List<(long, string)>>(StringComparer.Ordinal);
        foreach (var draft in reader.Drafts())
        {
            count++;
            Draft(draft);
            if (!draft.IsGone)
                (orders.TryGetValue(draft.Drafter, out var order) ? order : orders[draft.Drafter] = []).Add((draft.Place, draft.Item.Id));
        }

        faults.AddRange(
            told.Drafts.Select(d => new Fault(Where(d.Key.Item, d.Key.Drafter), $"Entry {d.Value.Version} tells of it, and it is gone."))
        );
        Runs(reader, orders);
        return count;
    }

    /// <summary>Checks the decisions; tells how many there are.</summary>
    public int Decisions(CaseReader reader)
    {
        var count = 0;
        reader.EachDecision(row =>
        {
            count++;
            var where = $"decision of entry {row.Sequence} about {Printable.Of(row.Basis.Id)}";
            if (!told.Decisions.Remove(row.Sequence, out var made))
                faults.Add(new Fault(where, "The journal has no such decision."));
            else if (made.Item != row.Basis.Id || made.Decision != Canonical(row.Decision))
                faults.Add(new Fault(where, "It is not the decision that the journal tells."));
            else if (made.Basis != Readings.HashOf(row.Basis))
                faults.Add(new Fault(where, "The item it was made about is not as it was then: the hash is another."));
            else if (made.UndoneBy != row.UndoneBy)
                faults.Add(
                    new Fault(
                        where,
                        made.UndoneBy is { } by ? $"Entry {by} took it back, and it stands." : "It is taken back, and no entry says so."
                    )
                );
        });
        faults.AddRange(
            told.Decisions.Select(d => new Fault(
                $"decision of entry {d.Key} about {Printable.Of(d.Value.Item)}",
                "The journal tells of it, and it is gone."
            ))
        );
        return count;
    }

    private void Draft(StoredDraft draft)
    {
        var where = Where(draft.Item.Id, draft.Drafter);
        if (!told.Drafts.Remove((draft.Drafter, draft.Item.Id), out var known))
            faults.Add(new Fault(where, "The journal tells of no such draft."));
        else if (known.Hash != Readings.HashOf(draft.Item))
            faults.Add(new Fault(where, $"It is not as entry {known.Version} tells it: the hash is another."));
        else if (known.IsGone != draft.IsGone || known.Version != draft.Version)
            faults.Add(new Fault(where, $"Entry {known.Version} last changed it, and it says otherwise."));
        else if (draft.Source != SourceOf(draft.Item.Body))
            faults.Add(new Fault(where, "It is filed under a source that its words do not stand in."));
    }

    private void Runs(CaseReader reader, Dictionary<string, List<(long, string)>> orders)
    {
        reader.EachRun(run =>
        {
            var where = $"reading of entry {run.Sequence}";
            if (!told.Runs.Remove(run.Sequence, out var known) || known.Drafter != run.Drafter)
                faults.Add(new Fault(where, "The journal tells of no such reading."));
            else if (known.Frame != Readings.HashOf(run.Frame))
                faults.Add(new Fault(where, "What it says of the sources is not what the journal tells: the hash is another."));
            last[run.Drafter] = (run.Sequence, known?.Order);
        });
        faults.AddRange(told.Runs.Keys.Select(k => new Fault($"reading of entry {k}", "The journal tells of it, and it is gone.")));
        foreach (var (drafter, (sequence, order)) in last)
        {
            var now = Readings.OrderOf(orders.GetValueOrDefault(drafter) ?? []);
            if (order is not null && order != now)
                faults.Add(new Fault($"drafts by {Printable.Of(drafter)}", $"They are not those of entry {sequence}, in its order."));
        }
    }

    private readonly Dictionary<string, (long Sequence, string? Order)> last = new(StringComparer.Ordinal);

    private static string Where(string item, string drafter) => $"draft {Printable.Of(item)} by {Printable.Of(drafter)}";

    private static string? SourceOf(string body)
    {
        try
        {
            return ItemReferences.Source(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Canonical(string json)
    {
        try
        {
            return CanonicalJson.Of(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
