using System.CommandLine;
using System.Reflection;
using Assay.Dossier;

namespace Assay.Tests.Architecture;

/// <summary>The commands a person can type.</summary>
internal static class CommandPaths
{
    /// <summary>The words of each command that does something, such as <c>case add</c>.</summary>
    public static IEnumerable<string> All()
    {
        // A command is made by a static Create() in the namespaces below Assay.Commands; those that another holds are reached through it.
        var made = typeof(DossierPage)
            .Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Assay.Commands", StringComparison.Ordinal) == true)
            .Select(t => t.GetMethod("Create", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, []))
            .Where(m => m is not null && typeof(Command).IsAssignableFrom(m.ReturnType))
            .Select(m => (Command)m!.Invoke(null, null)!)
            .Where(c => c is not RootCommand)
            .ToList();
        var held = made.SelectMany(Held).ToHashSet(StringComparer.Ordinal);
        return made.Where(c => !held.Contains(Signature(c))).SelectMany(c => Below("", c));
    }

    private static IEnumerable<string> Held(Command command) => command.Subcommands.SelectMany(c => Held(c).Prepend(Signature(c)));

    // "assay read" and "assay case read" share a name and nothing else.
    private static string Signature(Command command) => $"{command.Name}: {command.Description}";

    private static IEnumerable<string> Below(string above, Command command)
    {
        if (command.Action is not null)
            yield return above + command.Name;
        foreach (var path in command.Subcommands.SelectMany(c => Below(above + command.Name + " ", c)))
            yield return path;
    }
}
