using Assay.Ground.Anchors;

namespace Assay.Reading.Tests.Places;

/// <summary>Texts of the tests in paragraphs, parted by empty lines.</summary>
internal static class Layers
{
    public static TextLayer Of(string text)
    {
        var blocks = new List<Block>();
        for (var at = 0; at < text.Length; )
        {
            var end = text.IndexOf("\n\n", at, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(at, end)));
            at = end + 2;
        }

        return new TextLayer(text, blocks);
    }
}
