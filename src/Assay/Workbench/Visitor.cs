using Assay.Cases.Team;
using Assay.Cases.Team.UseCases;
using Microsoft.AspNetCore.Http;

namespace Assay.Workbench;

/// <summary>Who looks at a page.</summary>
/// <param name="Who">The name for the journal; empty for a stranger.</param>
/// <param name="FormKey">The key that forms on the page carry.</param>
/// <param name="Known">The person with their cases; null for a stranger, and where the workbench is one person's.</param>
internal sealed record Visitor(string Who, string FormKey, Recognised? Known)
{
    /// <summary>Nobody yet.</summary>
    public static Visitor Nobody { get; } = new("", "", null);

    /// <summary>True where the workbench is a team's.</summary>
    public bool IsOfTeam { get; init; }

    /// <summary>True where a case may be seen.</summary>
    public bool Sees(string name) => !IsOfTeam || Known?.Roles.ContainsKey(name) == true;

    /// <summary>What the visitor is in a case they see.</summary>
    public CaseRole Role(string name) => IsOfTeam ? Known?.Roles.GetValueOrDefault(name) ?? CaseRole.Reader : CaseRole.Owner;

    /// <summary>Whose request it is.</summary>
    public static Visitor Of(HttpContext context) => context.Items[typeof(Visitor)] as Visitor ?? Nobody;

    /// <summary>Says whose request it is.</summary>
    public void Put(HttpContext context) => context.Items[typeof(Visitor)] = this;
}
