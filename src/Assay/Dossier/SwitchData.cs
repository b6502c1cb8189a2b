using System.Text;
using System.Text.Json;
using Assay.Cases.Report;
using Assay.Wording;

namespace Assay.Dossier;

/// <summary>
/// What the switch "read all clocks as" needs, as JSON inside the page. The default encoder escapes every angle bracket, so no text of a
/// source
/// can end the script element.
/// </summary>
internal static class SwitchData
{
    /// <summary>The JSON.</summary>
    public static string Json(ReportIndex index, IReadOnlyList<Panel> panels)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartObject("events");
            foreach (var panel in panels)
            {
                foreach (var row in panel.Rows)
                    Event(json, panel.Axis, row);
            }

            json.WriteEndObject();
            json.WriteStartObject("claims");
            foreach (
                var claim in index
                    .Report.Claims.Where(c => Verdicts.Standing(c) is not (Outcome.Untested or Outcome.Unsettled))
                    .DistinctBy(c => c.Id)
            )
                Claim(json, index, claim);

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Event(Utf8JsonWriter json, Axis axis, Extent row)
    {
        json.WriteStartObject(row.Event.Id);
        Bar(json, "home", axis, row.HomeFrom ?? axis.From, row.HomeUntil ?? axis.Until);
        Bar(json, "all", axis, row.From ?? axis.From, row.Until ?? axis.Until);
        foreach (var (zone, (from, until)) in row.Globals)
            Bar(json, "zone:" + zone, axis, from, until);

        json.WriteEndObject();
    }

    private static void Bar(Utf8JsonWriter json, string mode, Axis axis, double from, double until)
    {
        json.WriteStartArray(mode);
        json.WriteStringValue(axis.Percent(from));
        json.WriteStringValue(axis.Width(from, until));
        json.WriteEndArray();
    }

    private static void Claim(Utf8JsonWriter json, ReportIndex index, ClaimEntry claim)
    {
        json.WriteStartObject(claim.Id);
        Look(json, "all", Verdicts.Of(claim.Verdict), claim.Heading);
        if (Verdicts.Home(claim.Home) is { } home)
            Look(json, "home", home, home.Word);

        foreach (var global in index.Report.Globals.DistinctBy(g => g.Zone))
        {
            // A claim that every reading, or none, satisfies needs no row of its own.
            var verdict =
                claim.Table.FirstOrDefault(r => r.Global == global.Zone)?.Verdict
                ?? (claim.Verdict is Outcome.Always or Outcome.Never ? claim.Verdict : null);
            if (verdict is { } told)
            {
                var look = Verdicts.Of(told);
                Look(
                    json,
                    "zone:" + global.Zone,
                    look,
                    told switch
                    {
                        Outcome.Always => "holds",
                        Outcome.Never => "fails",
                        _ => look.Word,
                    }
                );
            }
        }

        json.WriteEndObject();
    }

    private static void Look(Utf8JsonWriter json, string mode, VerdictLook look, string words)
    {
        json.WriteStartArray(mode);
        json.WriteStringValue(look.Symbol);
        json.WriteStringValue(words);
        json.WriteStringValue(look.Style);
        json.WriteEndArray();
    }
}
