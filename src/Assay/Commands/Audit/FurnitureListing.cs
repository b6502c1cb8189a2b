using Assay.Cases.Report;
using Assay.Ground.Outcomes;

namespace Assay.Commands.Audit;

/// <summary>Prints what was set aside as furniture, and why.</summary>
internal static class FurnitureListing
{
    /// <summary>One block per entry: offsets, reason, words.</summary>
    public static void Write(TextWriter writer, AuditReport report)
    {
        foreach (var source in report.Sources)
        {
            writer.WriteLine($"{source.File}: {source.Furniture.Count} blocks set aside of {source.Blocks.Count}");
            foreach (var block in source.Furniture)
            {
                var words = Printable.Of(source.Text[block.Start..block.End].ReplaceLineEndings(" ").Replace('\t', ' '));
                writer.WriteLine($"  {block.Start}-{block.End}  {block.Reason}");
                writer.WriteLine($"      {(words.Length <= 100 ? words : words[..100] + " …")}");
            }
        }
    }
}
