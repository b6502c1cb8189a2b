using System.Text.Json;
using Assay.Cases.Casework;
using Assay.Html;

namespace Assay.Workbench;

/// <summary>What an item says, member by member, in words for a person.</summary>
internal static class FactList
{
    private static readonly (string Member, string Word)[] Shown =
    [
        ("event", "Event"),
        ("date", "Day"),
        ("time", "Time"),
        ("zone", "Clock"),
        ("earlier", "Earlier"),
        ("later", "Later"),
        ("min", "At least"),
        ("max", "At most"),
        ("words", "Words"),
        ("voice", "Voice"),
        ("stance", "Stance"),
        ("value", "Value"),
        ("unit", "Unit"),
        ("subject", "Of what"),
        ("reason", "Why"),
    ];

    /// <summary>Writes the list.</summary>
    public static void Write(HtmlWriter html, Queue queue, DraftEntry item, JsonElement body)
    {
        html.Write("<dl class=\"facts\">");
        var isOfOrigin = item.Kind == "sameOrigins";
        foreach (var (member, word) in Shown.Where(s => s.Member == "reason" ? isOfOrigin : !isOfOrigin))
        {
            var text = Text(queue, body, member);
            if (text.Length > 0 && text != item.Label)
                html.Write($"<dt>{word}</dt><dd><bdi>{text}</bdi></dd>\n");
        }

        html.Write("</dl>\n");
    }

    /// <summary>A member as text: of an id what it names, of a list its parts.</summary>
    public static string Text(Queue queue, JsonElement body, string member) =>
        body.TryGetProperty(member, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => queue.Item(value.GetString())?.Label ?? value.GetString()!,
                JsonValueKind.Number => value.GetRawText(),
                JsonValueKind.Array => string.Join(
                    " › ",
                    value.EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? v.GetString() : v.GetRawText())
                ),
                _ => "",
            }
            : "";
}
