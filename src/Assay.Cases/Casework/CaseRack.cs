using System.Globalization;
using Assay.Cases.Store.Postgres;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Casework;

/// <summary>A place that holds cases by their names: a folder of files, schemas of a database whose names begin alike, or one case. Safe
/// for
/// use by several threads.</summary>
public abstract class CaseRack : IDisposable
{
    private const string Ending = ".assay";

    /// <summary>Where it is, safe to show.</summary>
    public abstract string Place { get; }

    /// <summary>True where cases can be made here.</summary>
    public virtual bool TakesMore => true;

    /// <summary>The rack of a place; or that the place cannot be read.</summary>
    /// <param name="place">A folder, a file, or a connection to PostgreSQL: with <c>schema=NAME</c> to one case, with <c>cases=NAME</c>
    /// to
    /// those in the schemas <c>NAME_...</c>.</param>
    public static Result<CaseRack> Of(string place)
    {
        if (Directory.Exists(place))
            return new Folder(Path.GetFullPath(place));
        if (!PostgresCases.Is(place))
            return new One(place);
        var read = PostgresCases.Read(place);
        if (!read.Succeeded)
            return read.Error;
        var first = read.Value.Names();
        if (first.Succeeded)
            return new Schemas(read.Value, first.Value);
        read.Value.Dispose();
        return first.Error;
    }

    /// <summary>The names, in order.</summary>
    public abstract IReadOnlyList<string> Names();

    /// <summary>The place of the case of a name.</summary>
    public abstract string PlaceOf(string name);

    /// <summary>A name that nothing has.</summary>
    /// <param name="slug">What it is like: small letters, digits and hyphens.</param>
    public abstract Result<string> Free(string slug);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes what is open.</summary>
    protected virtual void Dispose(bool disposing) { }

    private static string Free(string name, char joint, IReadOnlyCollection<string?> taken)
    {
        var free = name;
        for (var i = 2; taken.Contains(free); i++)
            free = string.Create(CultureInfo.InvariantCulture, $"{name}{joint}{i}");
        return free;
    }

    private sealed class One(string place) : CaseRack
    {
        private readonly string name =
            Path.GetFileNameWithoutExtension(place) is { Length: > 0 } stem && File.Exists(place) ? stem : "case";

        public override string Place => place;

        public override bool TakesMore => false;

        public override IReadOnlyList<string> Names() => [name];

        public override string PlaceOf(string name) => place;

        public override Result<string> Free(string slug) =>
            new Error(ErrorKind.Usage, "The workbench was opened on one case.", "Open it on a folder to make others.");
    }

    private sealed class Folder(string folder) : CaseRack
    {
        public override string Place => folder;

        // A link in the folder is no case of it.
        public override IReadOnlyList<string> Names()
        {
            var files = new DirectoryInfo(folder).EnumerateFiles("*" + Ending).Where(f => f.LinkTarget is null);
            return [.. files.Select(f => Path.GetFileNameWithoutExtension(f.Name)).Order(StringComparer.Ordinal)];
        }

        public override string PlaceOf(string name) => Path.Combine(folder, name + Ending);

        public override Result<string> Free(string slug) =>
            Free(slug, '-', Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileNameWithoutExtension).ToHashSet());
    }

    private sealed class Schemas(PostgresCases cases, IReadOnlyList<string> first) : CaseRack
    {
        private volatile IReadOnlyList<string> known = first;

        public override string Place => cases.Place;

        // While the database does not answer they are those it told of last; each says itself that it cannot be read.
        public override IReadOnlyList<string> Names()
        {
            var names = cases.Names();
            return names.Succeeded ? known = names.Value : known;
        }

        public override string PlaceOf(string name) => cases.PlaceOf(name);

        public override Result<string> Free(string slug)
        {
            var taken = cases.Taken();
            return taken.Succeeded ? Free(cases.Name(slug), '_', taken.Value.ToHashSet()) : taken.Error;
        }

        protected override void Dispose(bool disposing)
        {
            cases.Dispose();
            base.Dispose(disposing);
        }
    }
}
