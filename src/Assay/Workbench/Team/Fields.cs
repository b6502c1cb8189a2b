using Assay.Cases.Team;
using Assay.Cases.Team.Passwords;
using Assay.Html;

namespace Assay.Workbench.Team;

/// <summary>Parts of the forms of a team.</summary>
internal static class Fields
{
    /// <summary>The field for one's name.</summary>
    public static void Name(HtmlWriter html) =>
        html.Write(
            "<label for=\"name\">Name</label><input id=\"name\" name=\"name\" required maxlength=\"60\" autocomplete=\"username\" autocapitalize=\"none\" spellcheck=\"false\">"
        );

    /// <summary>A field for a password. It may be pasted into, and is never filled in by the server.</summary>
    public static void Password(HtmlWriter html, string id, string label, bool isNew)
    {
        html.Write($"<label for=\"{id}\">{label}</label>");
        if (isNew)
            html.Write(
                $"<input id=\"{id}\" name=\"{id}\" type=\"password\" required minlength=\"{PasswordRules.Shortest}\" maxlength=\"{PasswordRules.Longest}\" autocomplete=\"new-password\" aria-describedby=\"{id}-help\"><p class=\"faint\" id=\"{id}-help\">{PasswordRules.Shortest} characters or more; a few words that do not belong together.</p>"
            );
        else
            html.Write(
                $"<input id=\"{id}\" name=\"{id}\" type=\"password\" required maxlength=\"{PasswordRules.Longest}\" autocomplete=\"current-password\">"
            );
    }

    /// <summary>A field for a code of a second factor.</summary>
    public static void Code(HtmlWriter html, string label) =>
        html.Write(
            $"<label for=\"code\">{label}</label><input id=\"code\" name=\"code\" required maxlength=\"40\" autocomplete=\"one-time-code\" autocapitalize=\"characters\" spellcheck=\"false\">"
        );

    /// <summary>Whose password a form is about, for password managers; not to be seen, and not sent.</summary>
    public static void Whose(HtmlWriter html, string? name) =>
        html.Write($"<input type=\"text\" autocomplete=\"username\" value=\"{name}\" aria-label=\"Name\" readonly hidden>");

    /// <summary>The choice of a role.</summary>
    public static void Role(HtmlWriter html, string id, CaseRole chosen)
    {
        html.Write($"<label for=\"{id}\">Role</label><select id=\"{id}\" name=\"role\">");
        foreach (var role in Enum.GetValues<CaseRole>())
        {
            if (role == chosen)
                html.Write($"<option value=\"{role}\" selected>{role}</option>");
            else
                html.Write($"<option value=\"{role}\">{role}</option>");
        }

        html.Write("</select>");
    }

    /// <summary>The role that a form names; null where it names none.</summary>
    public static CaseRole? Role(string? given) =>
        given switch
        {
            "reader" => CaseRole.Reader,
            "editor" => CaseRole.Editor,
            "owner" => CaseRole.Owner,
            _ => null,
        };

    /// <summary>Says what was wrong.</summary>
    public static void Wrong(HtmlWriter html, string? wrong)
    {
        if (wrong is not null)
            html.Write($"<p class=\"refused\" role=\"alert\">{wrong}</p>\n");
    }

    /// <summary>Shows a secret, once.</summary>
    public static void Secret(HtmlWriter html, string told, string? secret)
    {
        if (secret is not null)
            html.Write(
                $"<div class=\"did\" role=\"status\"><p>{told} It is shown this once.</p><p><code class=\"secret\" id=\"secret\">{secret}</code></p></div>\n"
            );
    }
}
