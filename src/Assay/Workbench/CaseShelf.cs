using System.Collections.Concurrent;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Workbench.Work;
using NodaTime;

namespace Assay.Workbench;

/// <summary>The cases of the place that the workbench was opened on, by their names; each is opened once.</summary>
internal sealed class CaseShelf : IDisposable
{
    private readonly BenchOptions options;
    private readonly CaseRack rack;
    private readonly ConcurrentDictionary<string, Desk> open = new(StringComparer.Ordinal);
    private readonly Lock opening = new();

    private CaseShelf(BenchOptions options, CaseRack rack)
    {
        (this.options, this.rack) = (options, rack);
        Jobs = new Jobs(options.Clock, options.Watched);
    }

    /// <summary>True where cases can be made here.</summary>
    public bool TakesMore => rack.TakesMore;

    /// <summary>The folder, the schemas, or the case; safe to show.</summary>
    public string Place => rack.Place;

    /// <summary>Directory of the customs books; null for none.</summary>
    public string? Lake => options.Lake;

    /// <summary>The long work.</summary>
    public Jobs Jobs { get; }

    /// <summary>The last scans of customs books.</summary>
    public KeptScans Scans { get; } = new();

    /// <summary>The cases of a place; or why there are none.</summary>
    public static Result<CaseShelf> Of(BenchOptions options)
    {
        var rack = CaseRack.Of(options.Place);
        if (!rack.Succeeded)
            return rack.Error;
        var shelf = new CaseShelf(options, rack.Value);
        if (shelf.TakesMore)
            return shelf;
        var first = shelf.Open(shelf.Names()[0]);
        if (first.Succeeded)
            return shelf;
        shelf.Dispose();
        return first.Error;
    }

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names() => rack.Names();

    /// <summary>Opens a case by its name, which has to be one of <see cref="Names"/>.</summary>
    public Result<Desk> Open(string name)
    {
        if (open.TryGetValue(name, out var desk))
            return desk;
        if (!Names().Contains(name, StringComparer.Ordinal))
            return None(name);
        lock (opening)
            return open.TryGetValue(name, out desk) ? desk : Taken(name, options.Who);
    }

    /// <summary>That there is no case of a name: said of one that is not there and of one that somebody may not see alike.</summary>
    public static Error None(string name) =>
        new(ErrorKind.Input, $"There is no case “{Printable.Of(name)}” here.", "The list of cases shows those there are.");

    /// <summary>Makes a case; its file or schema is named after its title.</summary>
    /// <param name="title">What it is about.</param>
    /// <param name="who">Who makes it.</param>
    /// <returns>Its name; or why it was not made.</returns>
    public Result<string> Make(string title, string who)
    {
        if (rack.TakesMore && (string.IsNullOrWhiteSpace(title) || title.Length > 300))
            return new Error(ErrorKind.Usage, "A case needs a title of 1 to 300 characters.", "Say in a line what it is about.");
        lock (opening)
        {
            var name = rack.Free(Slug(title));
            if (!name.Succeeded)
                return name.Error;
            var made = CreateCase.Run(new CreateRequest(rack.PlaceOf(name.Value), title, who), options.Clock);
            if (!made.Succeeded)
                return made.Error;
            made.Value.Dispose();
            var opened = Taken(name.Value, who);
            return opened.Succeeded ? name.Value : opened.Error;
        }
    }

    /// <summary>Ends the long work, and closes the cases.</summary>
    public void Dispose()
    {
        Jobs.Dispose();
        foreach (var desk in open.Values)
            desk.Case.Dispose();
        rack.Dispose();
    }

    private Result<Desk> Taken(string name, string who)
    {
        var opened = OpenCase.Run(rack.PlaceOf(name), options.Lake, options.LargeFrom, options.Currency, options.Trust, options.BeforeTest);
        return opened.Succeeded ? open[name] = new Desk(opened.Value, who, options.Clock) : opened.Error;
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
