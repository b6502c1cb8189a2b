using System.Globalization;
using System.Text;
using System.Xml;
using Assay.Reading.Time;

namespace Assay.Commands.Time;

/// <summary>
/// <c>--format timeml</c>: the text with TIMEX3 tags inside, TimeML 1.2.1. The creation time is <c>t0</c>. A begin or end point that no tag
/// of the
/// text has gets an empty tag of its own after the expression it bounds. Characters that XML forbids become U+FFFD, and that is said.
/// </summary>
internal sealed class TimeMl
{
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private readonly XmlWriter xml;
    private int last;

    private TimeMl(XmlWriter xml) => this.xml = xml;

    /// <summary>Writes one text.</summary>
    public static void Write(TimeDocument document, TextWriter output, TextWriter error)
    {
        var text = Clean(document.Text, out var replaced);
        if (replaced > 0)
            error.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{document.Name}: {replaced} characters that XML forbids were written as U+FFFD."
                )
            );
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = true,
        };
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (var xml = XmlWriter.Create(output, settings))
            new TimeMl(xml).Write(document, text);
        output.Write('\n');
    }

    private void Write(TimeDocument document, string text)
    {
        xml.WriteStartElement("TimeML");
        xml.WriteElementString("DOCID", Clean(document.Name, out _));
        xml.WriteStartElement("DCT");
        WriteCreationTime(document.Written);
        xml.WriteEndElement();
        xml.WriteStartElement("TEXT");
        Number(document.Expressions);
        var at = 0;
        foreach (var found in document.Expressions)
        {
            xml.WriteString(text[at..found.Span.Start]);
            Write(found, text[found.Span.Start..found.Span.End]);
            at = found.Span.End;
        }
        xml.WriteString(text[at..]);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteCreationTime(WrittenAt written)
    {
        var value = written.Timex ?? "XXXX-XX-XX";
        ids[value] = "t0";
        xml.WriteStartElement("TIMEX3");
        xml.WriteAttributeString("tid", "t0");
        xml.WriteAttributeString("type", written.Time is null ? "DATE" : "TIME");
        xml.WriteAttributeString("value", value);
        xml.WriteAttributeString("temporalFunction", "false");
        xml.WriteAttributeString("functionInDocument", "CREATION_TIME");
        xml.WriteString(value);
        xml.WriteEndElement();
    }

    /// <summary>Numbers the expressions t1, t2, ... and remembers the first that has each calendar value.</summary>
    private void Number(IReadOnlyList<TimeExpression> expressions)
    {
        foreach (var found in expressions)
        {
            last++;
            if (found.Type is TimexType.Date or TimexType.Time)
                ids.TryAdd(found.Value, Id(last));
        }
        next = 1;
    }

    private int next;

    private void Write(TimeExpression found, string words)
    {
        var points = new List<(string Id, string Value)>();
        xml.WriteStartElement("TIMEX3");
        xml.WriteAttributeString("tid", Id(next++));
        xml.WriteAttributeString("type", TimexNames.Of(found.Type));
        xml.WriteAttributeString("value", found.Value);
        Optional("mod", found.Mod);
        Optional("quant", found.Quant);
        Optional("freq", found.Freq);
        Point("beginPoint", found.BeginPoint, points);
        Point("endPoint", found.EndPoint, points);
        xml.WriteAttributeString("temporalFunction", found.AnchorTime is null ? "false" : "true");
        Point("anchorTimeID", found.AnchorTime, points);
        xml.WriteAttributeString("functionInDocument", "NONE");
        xml.WriteString(words);
        xml.WriteEndElement();
        foreach (var (id, value) in points)
            WriteEmpty(id, value);
    }

    private void WriteEmpty(string id, string value)
    {
        xml.WriteStartElement("TIMEX3");
        xml.WriteAttributeString("tid", id);
        xml.WriteAttributeString("type", value.Contains('T', StringComparison.Ordinal) ? "TIME" : "DATE");
        xml.WriteAttributeString("value", value);
        xml.WriteEndElement();
    }

    private void Point(string attribute, string? value, List<(string Id, string Value)> points)
    {
        if (value is null)
            return;
        if (!ids.TryGetValue(value, out var id))
        {
            id = Id(++last);
            ids[value] = id;
            points.Add((id, value));
        }
        xml.WriteAttributeString(attribute, id);
    }

    private void Optional(string attribute, string? value)
    {
        if (value is not null)
            xml.WriteAttributeString(attribute, value);
    }

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"t{number}");

    /// <summary>The text with every code unit XML cannot hold replaced one for one, so that offsets stay.</summary>
    private static string Clean(string text, out int replaced)
    {
        replaced = 0;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                clean.Append(text, i++, 2);
                continue;
            }
            var allowed = XmlConvert.IsXmlChar(text[i]);
            clean.Append(allowed ? text[i] : '\uFFFD');
            if (!allowed)
                replaced++;
        }
        return clean.ToString();
    }
}
