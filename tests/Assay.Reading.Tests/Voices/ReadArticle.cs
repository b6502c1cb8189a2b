using System.Globalization;
using Assay.Ground.Anchors;
using Assay.Reading.Figures;
using Assay.Reading.Text;
using Assay.Reading.Voices;

namespace Assay.Reading.Tests.Voices;

/// <summary>Reads a short article, its paragraphs separated by empty lines.</summary>
internal sealed class ReadArticle
{
    public ReadArticle(string text)
    {
        Text = text.ReplaceLineEndings("\n");
        var blocks = new List<Block>();
        var at = 0;
        foreach (var paragraph in Text.Split("\n\n").Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            at = Text.IndexOf(paragraph, at, StringComparison.Ordinal);
            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(at, at + paragraph.Length)));
        }

        Layer = new TextLayer(Text, blocks);
        Voices = VoiceReader.Read(Layer, SentenceSplitter.Split(Layer));
        Figures = FigureReader.Read(Voices);
    }

    public string Text { get; }

    public TextLayer Layer { get; }

    public VoiceReading Voices { get; }

    public FigureReading Figures { get; }

    /// <summary>"voice > voice | Stance" at the end of the words.</summary>
    public string At(string words)
    {
        var mark = Voices.VoiceAt(Text.IndexOf(words, StringComparison.Ordinal) + words.Length - 1);
        return $"{string.Join(" > ", mark.Chain.Select(v => v.Name))} | {mark.Stance}";
    }

    /// <summary>"value [min, max] unit subject" of the figure that begins with these words.</summary>
    public string Figure(string words)
    {
        var figure = Figures.Figures.FirstOrDefault(f => f.Quote.Of(Text).StartsWith(words, StringComparison.Ordinal));
        return figure is null
            ? "none"
            : $"{Show(figure.Value)} [{Show(figure.Min)}, {Show(figure.Max)}] {figure.Unit ?? "-"} {figure.Subject}";
    }

    /// <summary>"Conflict subject: quote / quote" of every group.</summary>
    public IEnumerable<string> Groups() =>
        Figures.Conflicts.Select(c => $"{c.Kind} {c.Subject}: {string.Join(" / ", c.Figures.Select(f => f.Quote.Of(Text)))}");

    private static string Show(decimal? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "?";
}
