using System.Text.Json;
using System.Xml.Linq;
using Assay.Tests.Snapshots;

namespace Assay.Tests.Architecture;

/// <summary>NOTICE names every package that is used, at its version, with its licence and the holders of copyright, and no other.</summary>
public sealed class NoticeTests
{
    private static readonly List<string[]> Rows =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "NOTICE"))
            .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| package ", StringComparison.Ordinal))
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];

    [Fact]
    public void Every_package_of_the_lock_files_is_in_the_notice_and_no_other() =>
        Assert.Equal(Locked().Distinct().Order(StringComparer.Ordinal), Rows.Select(r => $"{r[0]} {r[1]}").Order(StringComparer.Ordinal));

    [Fact]
    public void Every_package_with_a_version_is_in_the_notice()
    {
        var versions = XDocument
            .Load(Path.Combine(Repository.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Select(p => $"{p.Attribute("Include")!.Value} {p.Attribute("Version")!.Value}")
            .ToList();
        Assert.NotEmpty(versions);
        Assert.Empty(versions.Except(Rows.Select(r => $"{r[0]} {r[1]}")));
    }

    [Fact]
    public void Every_row_of_the_notice_states_a_licence_and_who_holds_the_copyright() =>
        Assert.All(Rows, r => Assert.True(r.Length == 4 && r.All(cell => cell.Length > 0), string.Join(" | ", r)));

    [Fact]
    public void Every_project_has_a_lock_file_that_names_no_place()
    {
        var projects = Sources("*.csproj").ToList();
        Assert.NotEmpty(projects);
        Assert.All(projects, p => Assert.DoesNotContain("://", File.ReadAllText(Lock(p)), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Locked() =>
        Sources("*.csproj")
            .SelectMany(project =>
            {
                using var file = JsonDocument.Parse(File.ReadAllText(Lock(project)));
                return file
                    .RootElement.GetProperty("dependencies")
                    .EnumerateObject()
                    .SelectMany(system => system.Value.EnumerateObject())
                    .Where(p => p.Value.GetProperty("type").GetString() != "Project")
                    .Select(p => $"{p.Name} {p.Value.GetProperty("resolved").GetString()}")
                    .ToList();
            });

    private static string Lock(string project) => Path.Combine(Path.GetDirectoryName(project)!, "packages.lock.json");

    private static IEnumerable<string> Sources(string pattern) =>
        new[] { "src", "tests", "bench" }.SelectMany(folder =>
            Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        );
}
