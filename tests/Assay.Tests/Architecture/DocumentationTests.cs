using System.Reflection;
using System.Text.RegularExpressions;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Architecture;

/// <summary>Every command a person can type is in the documentation.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Docs = string.Concat(
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Select(File.ReadAllText)
    );

    [Fact]
    public void Every_command_is_documented()
    {
        var names = CommandPaths.All().Select(p => "assay " + p).ToList();
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
    public void Every_file_that_is_named_where_new_things_go_is_there()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "extending.md"));
        var named = NamedFiles().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.True(named.Count > 20, "No files were found on the page.");
        Assert.Empty(named.Where(f => !Path.Exists(Path.Combine(Repository.Root, f))));
    }

    [GeneratedRegex(@"`((?:src|docs|tests)/[^`]+)`")]
    private static partial Regex NamedFiles();

    [Fact]
    public void Every_exit_code_is_documented() =>
        Assert.All(
            typeof(Assay.Commands.ExitCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetRawConstantValue()),
            code => Assert.Contains($"| {code} |", Docs, StringComparison.Ordinal)
        );
}
