using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Assay.Reading.Intake.Word;

/// <summary>
/// The words of a paragraph as they read with all changes accepted: what was inserted or moved here is kept, what was deleted or moved away
/// is left out, and so are instructions of fields and hidden words.
/// </summary>
internal sealed class WordText
{
    private readonly StringBuilder text = new();

    /// <summary>Ids of the footnotes and endnotes referred to so far, in their order.</summary>
    public List<(bool IsEnd, long Id)> Notes { get; } = [];

    /// <summary>Text boxes met so far.</summary>
    public List<TextBoxContent> Boxes { get; } = [];

    /// <summary>True where changes were tracked.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>True where words are hidden.</summary>
    public bool HasHidden { get; private set; }

    /// <summary>The words of a paragraph.</summary>
    public string Of(OpenXmlElement paragraph)
    {
        text.Clear();
        Walk(paragraph);
        return text.ToString();
    }

    private void Walk(OpenXmlElement element)
    {
        foreach (var child in element.ChildElements)
            Take(child);
    }

    private void Take(OpenXmlElement child)
    {
        switch (child)
        {
            case DeletedRun or MoveFromRun:
                HasChanges = true;
                break;
            case InsertedRun or MoveToRun:
                HasChanges = true;
                Walk(child);
                break;
            case Run run when IsHidden(run):
                HasHidden = true;
                break;
            case ParagraphProperties or RunProperties or FieldCode or DeletedText or DeletedFieldCode:
                break;
            case TextBoxContent box:
                Boxes.Add(box);
                break;
            case AlternateContent alternatives:
                if (alternatives.FirstChild is { } first)
                    Walk(first);
                break;
            default:
                if (!IsSign(child))
                    Walk(child);
                break;
        }
    }

    private bool IsSign(OpenXmlElement child)
    {
        var sign = child switch
        {
            DocumentFormat.OpenXml.Wordprocessing.Text words => words.Text,
            TabChar => " ",
            Break or CarriageReturn => "\n",
            NoBreakHyphen => "-",
            SoftHyphen => "",
            _ => null,
        };
        if (child is FootnoteReference { Id.Value: var foot })
            Notes.Add((false, foot));
        else if (child is EndnoteReference { Id.Value: var end })
            Notes.Add((true, end));
        text.Append(sign);
        return sign is not null;
    }

    private static bool IsHidden(Run run) => run.RunProperties?.Vanish is { } vanish && vanish.Val?.Value != false;
}
