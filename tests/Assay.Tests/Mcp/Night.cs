using System.Text.Json.Nodes;

namespace Assay.Tests.Mcp;

/// <summary>The report and the session of docs/agents.md.</summary>
internal static class Night
{
    public const string Text = """
        The night the barge came loose

        The harbour office in Riga shut the lock at 11:40 p.m. The barge struck the pier at 9:55 p.m., the insurer in London said.
        The barge struck the pier well before the lock was shut, its owner maintains.
        """;

    public const string Drafts = """
        {"drafter": "example agent", "drafts": [
          {"kind": "event", "key": "shut", "label": "the lock was shut", "sentence": 2, "words": ["shut the lock at 11:40 p.m."]},
          {"kind": "event", "key": "struck", "label": "the barge struck the pier", "sentence": 3, "words": ["The barge struck the pier at"]},
          {"kind": "zone", "key": "office", "voice": ["harbour office"], "zones": [{"zone": "Europe/Riga", "home": true}], "sentence": 2, "words": ["The harbour office in Riga"]},
          {"kind": "zone", "key": "insurer", "voice": ["insurer"], "zones": [{"zone": "Europe/London", "home": true}, {"zone": "Europe/Riga"}], "sentence": 3, "words": ["the insurer in London said"]},
          {"kind": "clock", "event": "shut", "zone": "office", "date": "2021-05-03", "time": "23:40", "sentence": 2, "words": ["11:40 p.m."]},
          {"kind": "clock", "event": "struck", "zone": "insurer", "date": "2021-05-03", "time": "20:55", "sentence": 3, "words": ["9:55 p.m."]},
          {"kind": "claim", "key": "before", "relation": "order", "earlier": "struck", "later": "shut", "min": "PT1H", "voice": ["owner"], "sentence": 4, "words": ["well before the lock was shut"]},
          {"kind": "claim", "key": "bent", "relation": "order", "earlier": "struck", "later": "shut", "sentence": 4, "words": ["long before the lock was shut"]}
        ]}
        """;

    /// <summary>What adds the report as a source.</summary>
    public static string Source { get; } = new JsonObject { ["name"] = "The night the barge came loose", ["text"] = Text }.ToJsonString();
}
