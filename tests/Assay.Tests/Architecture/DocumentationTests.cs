using System.CommandLine;
using System.Reflection;
using Assay.Dossier;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Architecture;

/// <summary>Every command a person can type is in the documentation.</summary>
public sealed class DocumentationTests
{
    private static readonly string Docs = string.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(File.ReadAllText)
    );

    [Fact]
    public void Every_command_is_documented()
    {
        var names = Names().ToList();
        Assert.True(names.Count > 2, "No commands were found.");
        Assert.Empty(names.Where(name => !Docs.Contains($"`{name}", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_option_of_the_audit_is_documented() =>
        Assert.All(
            Assay.Commands.Audit.AuditCommand.Create().Options,
            o => Assert.Contains($"`{o.Name}", Docs.Replace("[--format", "`--format", StringComparison.Ordinal), StringComparison.Ordinal)
        );

    [Fact]
    public void Every_exit_code_is_documented() =>
        Assert.All(
            typeof(Assay.Commands.ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetRawConstantValue()),
            code => Assert.Contains($"| {code} |", Docs, StringComparison.Ordinal)
        );

    // A command is made by a static Create() in the namespaces below Assay.Commands; those that another holds are reached through it.
    private static IEnumerable<string> Names()
    {
        var made = typeof(DossierPage)
            .Assembly.GetTypes()
            .Where(t => t.Namespace?.StartsWith("Assay.Commands", StringComparison.Ordinal) == true)
            .Select(t => t.GetMethod("Create", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic, []))
            .Where(m => m is not null && typeof(Command).IsAssignableFrom(m.ReturnType))
            .Select(m => (Command)m!.Invoke(null, null)!)
            .Where(c => c is not RootCommand)
            .ToList();
        var held = made.SelectMany(c => c.Subcommands).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        return made.Where(c => !held.Contains(c.Name)).SelectMany(c => Below("assay", c));
    }

    private static IEnumerable<string> Below(string path, Command command) =>
        command.Subcommands.Count == 0
            ? [$"{path} {command.Name}"]
            : command.Subcommands.SelectMany(c => Below($"{path} {command.Name}", c));
}
