using Assay.Ground.Countries;
using Assay.Ground.Outcomes;
using Assay.Trade.Simulation;

namespace Assay.Cases.Books;

/// <summary>The world to draw. What is not said is as <see cref="SyntheticOptions"/> has it.</summary>
/// <param name="Folder">Folder to write to.</param>
public sealed record WorldRequest(string Folder)
{
    private static readonly SyntheticOptions Usual = new();

    /// <summary>Seed; the same request always gives the same files.</summary>
    public ulong Seed { get; init; } = Usual.Seed;

    /// <summary>Destinations, the target among them.</summary>
    public int Destinations { get; init; } = Usual.Destinations;

    /// <summary>HS6 products; up to a quarter of them are restricted.</summary>
    public int Products { get; init; } = Usual.Products;

    /// <summary>Months.</summary>
    public int Months { get; init; } = Usual.Months;

    /// <summary>First month, yyyymm.</summary>
    public int First { get; init; } = Usual.FirstMonth;

    /// <summary>Month the restriction begins, yyyymm; 0 for a world without one.</summary>
    public int Effective { get; init; } = Usual.Effective;

    /// <summary>The target, code or name.</summary>
    public string Target { get; init; } = Usual.Target;

    /// <summary>Diversions to plant.</summary>
    public int Diversions { get; init; } = Usual.Diversions;

    /// <summary>Whether the partners' files are laid out as offices do: several levels side by side, national codes, missing
    /// months.</summary>
    public bool Mixed { get; init; }

    /// <summary>The same in the words of the simulation.</summary>
    internal SyntheticOptions Options =>
        Usual with
        {
            Seed = Seed,
            Destinations = Destinations,
            Products = Products,
            Months = Months,
            FirstMonth = First,
            Effective = Effective,
            Target = Bloc.Code(Target) ?? Target.ToUpperInvariant(),
            Diversions = Diversions,
            Mixed = Mixed,
            Restricted = Math.Min(Usual.Restricted, Math.Max(1, Products / 4)),
        };
}

/// <summary>The world that was written.</summary>
/// <param name="Destinations">How many destinations it has.</param>
/// <param name="Products">How many products.</param>
/// <param name="Months">How many months.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Diversions">Diversions planted.</param>
/// <param name="Decoys">Decoys planted.</param>
public sealed record WorldReply(int Destinations, int Products, int Months, long Rows, int Diversions, int Decoys);

/// <summary>Writes a synthetic world of trade in the published formats, and the truth beside it.</summary>
public sealed class SimulateWorld
{
    /// <summary>Draws and writes the world.</summary>
    /// <param name="request">The world.</param>
    /// <param name="cancellation">Stops the work; files written so far stay.</param>
    /// <returns>What was written, or the error where such a world cannot be drawn or written.</returns>
    public static Result<WorldReply> Run(WorldRequest request, CancellationToken cancellation)
    {
        var options = request.Options;
        if (options.Effective != 0 && options.Effective < options.FirstMonth)
            return new Error(
                ErrorKind.Usage,
                $"The restriction begins in {options.Effective}, before the first month, {options.FirstMonth}.",
                "Give --effective a month of the world, or 0 for a world without a restriction."
            );
        try
        {
            var world = new SyntheticWorld(options);
            if (Short(world, request) is { } less)
                return less;
            var rows = new SyntheticFiles(world).Write(request.Folder, null, cancellation);
            var diversions = world.Planted.Count(d => d.IsDiversion);
            return new WorldReply(
                world.Destinations.Count,
                world.Products.Count,
                world.MonthList.Count,
                rows,
                diversions,
                world.Planted.Count - diversions
            );
        }
        catch (ArgumentOutOfRangeException e)
        {
            return new Error(
                ErrorKind.Usage,
                $"Such a world cannot be drawn: {e.Message.Split('\n')[0]}",
                "Ask for at least 3 destinations and 4 products."
            );
        }
        catch (OperationCanceledException)
        {
            return new Error(ErrorKind.Cancelled, "The simulation was stopped.", "Files written so far are incomplete.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Error(ErrorKind.Output, $"The files could not be written: {e.Message}", "Choose another folder with --out.");
        }
    }

    // A world that cannot be as large as it was asked for is refused, and not drawn smaller in silence; what was not asked for may be
    // less.
    private static Error? Short(SyntheticWorld world, WorldRequest request)
    {
        var diversions = world.Planted.Count(d => d.IsDiversion);
        var usual = new WorldRequest(request.Folder);
        var asked = request.Effective == 0 || request.Diversions == usual.Diversions ? 0 : request.Diversions;
        if (request.Effective != 0 && request.Effective != usual.Effective && !world.MonthList.Contains(request.Effective))
            return new Error(
                ErrorKind.Usage,
                $"The restriction begins in {request.Effective}, which is not among the months {world.MonthList[0]} to {world.MonthList[^1]}.",
                "Give --effective a month of the world, or 0 for a world without a restriction."
            );
        if (CountryTable.Shipped.FindCode(world.Options.Target) is not { Kind: "country" })
            return new Error(ErrorKind.Usage, $"'{request.Target}' is not a country.", "Give --target an ISO alpha-2 code or a name.");
        (string What, int Got, int Asked)[] parts =
        [
            ("destinations", world.Destinations.Count, request.Destinations),
            ("products", world.Products.Count, request.Products),
            ("diversions", diversions, asked),
        ];
        return parts.FirstOrDefault(p => p.Got < p.Asked) is { What: not null } less
            ? new Error(
                ErrorKind.Usage,
                $"There is room for {less.Got} {less.What} in such a world, and {less.Asked} were asked for.",
                $"Ask for at most {less.Got} with --{less.What}, or for a larger world."
            )
            : null;
    }
}
