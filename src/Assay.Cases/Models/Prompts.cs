using Assay.Ground.DataFiles;
using Assay.Reading.Intake;

namespace Assay.Cases.Models;

/// <summary>The prompts that ship: the same questions in each language that there are prompts for.</summary>
public static class Prompts
{
    private const string Folder = "Models.Data.";
    private const string Ending = ".prompt.md";
    private const string English = "en";
    private static readonly EmbeddedFiles Files = new(typeof(Prompts).Assembly, "Assay.Cases");
    private static readonly string[] Order = ["clocks", "claims", "statements", "names"];
    private static readonly Lazy<IReadOnlyList<PromptLanguage>> Others = new(() =>
        PromptLanguage.Read(Files.Text(Folder + "prompt.languages.txt"))
    );
    private static readonly Lazy<IReadOnlyList<PromptFile>> LazyShipped = new(() =>
        [
            .. Others
                .Value.Select(l => l.Tag)
                .Prepend(English)
                .SelectMany(tag => Order.Select(n => PromptFile.Read($"{tag}.{n}", Files.Text($"{Folder}{tag}.{n}{Ending}")))),
        ]
    );

    /// <summary>All of them, language by language, in the order in which a drafter is asked.</summary>
    /// <exception cref="InvalidDataException">One of them is broken: the build is.</exception>
    public static IReadOnlyList<PromptFile> Shipped => LazyShipped.Value;

    /// <summary>Those that a drafter is asked about a source: in its own language where there are any, else the English ones, which
    /// serve for a
    /// text in any language.</summary>
    /// <param name="document">The source.</param>
    public static IReadOnlyList<PromptFile> For(SourceDocument document)
    {
        var declared = document.Metadata.Language?.Split('-', '_')[0].ToLowerInvariant();
        var language = declared ?? Others.Value.FirstOrDefault(l => l.IsLike(document.Layer.Text))?.Tag ?? English;
        var own = Shipped.Where(p => p.Language == language).ToList();
        return own.Count > 0 ? own : [.. Shipped.Where(p => p.Language == English)];
    }
}
