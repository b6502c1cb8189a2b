using System.Text.Json;
using System.Text.Json.Nodes;
using Assay.Cases.Accounts;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>Forms as decisions.</summary>
internal static class DecisionForm
{
    private const string By = "decided in the workbench";

    /// <summary>The decision that a form tells.</summary>
    /// <param name="form">The form.</param>
    /// <param name="item">The item as it is now; null where there is none.</param>
    /// <param name="text">The text of the item's source.</param>
    public static Result<DecideRequest> Read(IFormCollection form, DraftEntry? item, string text)
    {
        var id = form["item"].ToString();
        var decision = Decision(form, id, item, text);
        if (!decision.Succeeded)
            return decision.Error;
        return new DecideRequest(decision.Value)
        {
            Version = long.TryParse(form["version"], out var version) ? version : null,
            Why = form["why"].ToString() is { Length: > 0 } why ? why : null,
            Milliseconds = long.TryParse(form["ms"], out var ms) && ms is >= 0 and < 86_400_000 ? ms : null,
        };
    }

    private static Result<Decision> Decision(IFormCollection form, string id, DraftEntry? item, string text) =>
        form["does"].ToString() switch
        {
            "accept" => new Accepted(id),
            "reject" => new Struck(id),
            "skip" => new Skipped(id),
            "zone" => new ZoneSettled(id, form["zone"].ToString(), By),
            "merge" => new Merged(id, form["into"].ToString()),
            "edit" when item is not null => Edit(form, item, text),
            _ => new Error(ErrorKind.Usage, "The form says nothing that can be decided.", "Load the page anew."),
        };

    private static Result<Decision> Edit(IFormCollection form, DraftEntry item, string text)
    {
        using var body = JsonDocument.Parse(item.Body);
        var patch = new JsonObject();
        foreach (var field in EditFields.Of(item.Kind).Where(f => form.ContainsKey(f.Name)))
        {
            var given = form[field.Name].ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
            var isPicked = form.ContainsKey("picked");
            if (given == field.Value(body.RootElement).Trim() && !isPicked)
                continue;
            if (field.Form == EditForm.Settle)
                return new ZoneSettled(item.Id, given, By);
            field.Put(patch, body.RootElement, given, text);
        }

        return patch.Count > 0
            ? new Edited(item.Id, patch.ToJsonString())
            : new Error(ErrorKind.Usage, "Nothing was changed in the form.", "Change a field, or accept the draft as it is.");
    }
}
