using System.Collections.Concurrent;
using System.Globalization;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Workbench.Work;
using NodaTime;

namespace Assay.Workbench;

/// <summary>The cases of the place that the workbench was opened on, by their names; each is opened once.</summary>
internal sealed class CaseShelf : IDisposable
{
    private const string Ending = ".assay";
    private readonly BenchOptions options;
    private readonly string? folder;
    private readonly Dictionary<string, string> named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Desk> open = new(StringComparer.Ordinal);
    private readonly Lock opening = new();

    private CaseShelf(BenchOptions options, string? folder)
    {
        this.options = options;
        this.folder = folder;
        Jobs = new Jobs(options.Clock, options.Watched);
        if (folder is null)
            named[Path.GetFileNameWithoutExtension(options.Place) is { Length: > 0 } stem && File.Exists(options.Place) ? stem : "case"] =
                options.Place;
    }

    /// <summary>True where cases can be made here.</summary>
    public bool IsFolder => folder is not null;

    /// <summary>The folder, or the case.</summary>
    public string Place => options.Place;

    /// <summary>Directory of the customs books; null for none.</summary>
    public string? Lake => options.Lake;

    /// <summary>The long work.</summary>
    public Jobs Jobs { get; }

    /// <summary>The last scans of customs books.</summary>
    public KeptScans Scans { get; } = new();

    /// <summary>The cases of a place; or why there are none.</summary>
    public static Result<CaseShelf> Of(BenchOptions options)
    {
        if (Directory.Exists(options.Place))
            return new CaseShelf(options, Path.GetFullPath(options.Place));
        var one = new CaseShelf(options, null);
        var first = one.Open(one.Names()[0]);
        if (first.Succeeded)
            return one;
        one.Dispose();
        return first.Error;
    }

    /// <summary>The names, in order. A link in the folder is no case of it.</summary>
    public IReadOnlyList<string> Names()
    {
        if (folder is null)
            return [.. named.Keys];
        var files = new DirectoryInfo(folder).EnumerateFiles("*" + Ending).Where(f => f.LinkTarget is null);
        return [.. files.Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Opens a case by its name, which has to be one of <see cref="Names"/>.</summary>
    public Result<Desk> Open(string name)
    {
        if (open.TryGetValue(name, out var desk))
            return desk;
        if (!Names().Contains(name, StringComparer.Ordinal))
            return None(name);
        lock (opening)
        {
            if (open.TryGetValue(name, out desk))
                return desk;
            var opened = OpenCase.Run(
                folder is null ? named[name] : Path.Combine(folder, name + Ending),
                options.Lake,
                options.LargeFrom,
                options.Currency,
                options.Trust,
                options.BeforeTest
            );
            return opened.Succeeded ? open[name] = new Desk(opened.Value, options.Who, options.Clock) : opened.Error;
        }
    }

    /// <summary>That there is no case of a name: said of one that is not there and of one that somebody may not see alike.</summary>
    public static Error None(string name) =>
        new(ErrorKind.Input, $"There is no case “{Printable.Of(name)}” here.", "The list of cases shows those there are.");

    /// <summary>Makes a case in the folder; its file is named after its title.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="who">Who makes it.</param>
    /// <returns>Its name; or why it was not made.</returns>
    public Result<string> Make(string title, string who)
    {
        if (folder is null)
            return new Error(ErrorKind.Usage, "The workbench was opened on one case.", "Open it on a folder to make others.");
        if (string.IsNullOrWhiteSpace(title) || title.Length > 300)
            return new Error(ErrorKind.Usage, "A case needs a title of 1 to 300 characters.", "Say in a line what it is about.");
        lock (opening)
        {
            var name = Free(Slug(title));
            var made = CreateCase.Run(new CreateRequest(Path.Combine(folder, name + Ending), title, who), options.Clock);
            if (!made.Succeeded)
                return made.Error;
            made.Value.Dispose();
            var opened = OpenCase.Run(
                Path.Combine(folder, name + Ending),
                options.Lake,
                options.LargeFrom,
                options.Currency,
                options.Trust,
                options.BeforeTest
            );
            if (!opened.Succeeded)
                return opened.Error;
            open[name] = new Desk(opened.Value, who, options.Clock);
            return name;
        }
    }

    /// <summary>Ends the long work, and closes the cases.</summary>
    public void Dispose()
    {
        Jobs.Dispose();
        foreach (var desk in open.Values)
            desk.Case.Dispose();
    }

    private string Free(string slug)
    {
        var taken = Directory.EnumerateFileSystemEntries(folder!).Select(Path.GetFileNameWithoutExtension).ToHashSet();
        var name = slug;
        for (var i = 2; taken.Contains(name); i++)
            name = string.Create(CultureInfo.InvariantCulture, $"{slug}-{i}");
        return name;
    }

    // Small letters and digits of ASCII, so that the name is one on every system.
    private static string Slug(string title)
    {
        var kept = new string([.. title.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        var slug = string.Join('-', kept.Split('-', StringSplitOptions.RemoveEmptyEntries));
        slug = slug.Length > 60 ? slug[..60].TrimEnd('-') : slug;
        return slug.Length == 0 ? "case" : slug;
    }
}
