using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Html;
using Assay.Wording;

namespace Assay.Workbench;

/// <summary>How a member is written in a form.</summary>
internal enum EditForm
{
    /// <summary>A line.</summary>
    Text,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>One of the events.</summary>
    Event,

    /// <summary>One of the clocks.</summary>
    Zone,

    /// <summary>A chain of voices.</summary>
    Voices,

    /// <summary>Words of the source.</summary>
    Words,

    /// <summary>A zone to settle a clock in.</summary>
    Settle,
}

/// <summary>A member of an item that can be corrected.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Form">How it is written.</param>
internal sealed record EditField(string Member, string Label, EditForm Form)
{
    private const string Between = "›";

    /// <summary>The name of the field of the form.</summary>
    public string Name => "f-" + Member;

    /// <summary>The member as the form shows it.</summary>
    public string Value(JsonElement body)
    {
        if (Form == EditForm.Settle || !body.TryGetProperty(Member, out var value))
            return "";
        return (Form, value.ValueKind) switch
        {
            (EditForm.Words, JsonValueKind.Object) => value.GetProperty("exact").GetString() ?? "",
            (EditForm.Voices, JsonValueKind.Array) => string.Join($" {Between} ", value.EnumerateArray().Select(v => v.GetString())),
            (EditForm.Time, JsonValueKind.String) => value.GetString() is { Length: 8 } t && t.EndsWith(":00", StringComparison.Ordinal)
                ? t[..5]
                : value.GetString() ?? "",
            (_, JsonValueKind.String) => value.GetString() ?? "",
            _ => "",
        };
    }

    /// <summary>Puts what the form says into the members to change.</summary>
    /// <param name="patch">The members to change.</param>
    /// <param name="body">The item as it is.</param>
    /// <param name="given">What the form says.</param>
    /// <param name="text">The text of the source, for its words.</param>
    public void Put(JsonObject patch, JsonElement body, string given, string text)
    {
        switch (Form)
        {
            case EditForm.Words:
                patch[Member] = Anchored(body.GetProperty(Member), given, text);
                break;
            case EditForm.Voices:
                var voices = given.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                patch[Member] = new JsonArray([.. voices.Select(v => (JsonNode)v)]);
                break;
            default:
                patch[Member] = given.Length == 0 ? null : given;
                break;
        }

        // A person who settles the day settles it: no other day is in question then.
        if (Form != EditForm.Date)
            return;
        patch["otherDates"] = new JsonArray();
        patch["dayEvidence"] = "stated";
        patch["dayMargin"] = null;
        patch["dayShift"] = null;
    }

    /// <summary>Writes the field.</summary>
    public void Write(HtmlWriter html, Queue queue, JsonElement body)
    {
        var value = Value(body);
        html.Write($"<label for=\"{Name}\">{Label}</label>");
        if (Form is EditForm.Event or EditForm.Zone)
            Choice(html, queue, value);
        else if (Form == EditForm.Words)
            html.Write($"<textarea id=\"{Name}\" name=\"{Name}\" rows=\"2\">{"\n"}{value}</textarea>\n");
        else
            html.Write($"<input id=\"{Name}\" name=\"{Name}\" value=\"{value}\" type=\"{Type(value)}\" autocomplete=\"off\">\n");
    }

    private string Type(string value) =>
        Form switch
        {
            EditForm.Date => "date",
            EditForm.Time when value.Length is 0 or 5 => "time",
            _ => "text",
        };

    private void Choice(HtmlWriter html, Queue queue, string value)
    {
        html.Write($"<select id=\"{Name}\" name=\"{Name}\">");
        foreach (var entry in EditFields.Standing(queue, Form == EditForm.Event ? "events" : "zones"))
        {
            var label = Excerpts.Of(entry.Label, 80);
            if (entry.Id == value)
                html.Write($"<option value=\"{entry.Id}\" selected>{label}</option>");
            else
                html.Write($"<option value=\"{entry.Id}\">{label}</option>");
        }

        html.Write("</select>\n");
    }

    // Where the words stand nearest to where they stood; words that are nowhere are left to the check, which says so.
    private static JsonObject Anchored(JsonElement quote, string words, string text)
    {
        var old = quote.GetProperty("start").GetInt32();
        var (best, at) = (-1, text.IndexOf(words, StringComparison.Ordinal));
        for (; at >= 0 && words.Length > 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
            best = best < 0 || Math.Abs(at - old) < Math.Abs(best - old) ? at : best;
        var (start, end) = best < 0 ? (0, 0) : (best, best + words.Length);
        return new JsonObject
        {
            ["exact"] = words,
            ["start"] = start,
            ["end"] = end,
            ["prefix"] = "",
            ["suffix"] = "",
        };
    }
}
