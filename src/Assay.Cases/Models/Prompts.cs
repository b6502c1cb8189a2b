using Assay.Ground.DataFiles;

namespace Assay.Cases.Models;

/// <summary>The prompts that ship.</summary>
public static class Prompts
{
    private const string Folder = "Models.Data.";
    private const string Ending = ".prompt.md";
    private static readonly EmbeddedFiles Files = new(typeof(Prompts).Assembly, "Assay.Cases");
    private static readonly string[] Order = ["en.clocks", "en.claims", "en.statements"];

    /// <summary>All of them, in the order in which a drafter is asked.</summary>
    /// <exception cref="InvalidDataException">One of them is broken: the build is.</exception>
    public static IReadOnlyList<PromptFile> Shipped => LazyShipped.Value;

    private static readonly Lazy<IReadOnlyList<PromptFile>> LazyShipped = new(() =>
        [.. Order.Select(n => PromptFile.Read(n, Files.Text(Folder + n + Ending)))]
    );
}
