using System.Globalization;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;
using NodaTime.Text;

namespace Assay.Reading.Tests.Time;

/// <summary>One row of the tables in <c>cases</c>: what one expression of a text should come to.</summary>
public sealed record TimeCase(string File, int Line, LocalDate? DocumentDate, string Text, string Words, string Expected, string[] Facts)
{
    /// <summary>Reads the rows of all tables in a folder.</summary>
    public static IEnumerable<TimeCase> ReadAll(string folder)
    {
        foreach (var file in Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in System.IO.File.ReadLines(file))
            {
                number++;
                if (!line.StartsWith('|'))
                    continue;
                var cells = line.Split('|', StringSplitOptions.TrimEntries);
                LocalDate? date = cells[1].Length == 0 ? null : LocalDatePattern.Iso.Parse(cells[1]).Value;
                yield return new TimeCase(Path.GetFileName(file), number, date, cells[2], cells[3], cells[4], FactsOf(cells[5]));
            }
        }
    }

    private static string[] FactsOf(string cell)
    {
        var facts = new List<string>();
        foreach (var word in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (facts.Count > 0 && !word.Contains('=', StringComparison.Ordinal))
                facts[^1] += " " + word;
            else
                facts.Add(word);
        }
        return [.. facts];
    }

    /// <summary>What the reader gets wrong in this row, or null.</summary>
    public string? Check(TimeReader reader)
    {
        var found = reader.Read(Text, new TimeContext { DocumentDate = DocumentDate });
        if (Expected == "NONE")
            return found.Count == 0 ? null : $"found {string.Join("; ", found.Select(f => f.Text))}";
        var all = string.Join("; ", found.Select(f => $"{f.Text} = {f.Type} {f.Value}"));
        var one = found.FirstOrDefault(f => Trim(f.Text) == Trim(Words));
        if (one is null)
            return $"no '{Words}' among: {all}";
        var got = $"{one.Type.ToString().ToUpperInvariant()} {one.Value}";
        if (got != Expected)
            return $"{got} where {Expected} is right ({one.Reason})";
        return Facts.Select(f => Fact(one, f, Text)).FirstOrDefault(f => f is not null);
    }

    private static string Trim(string words) => words.TrimEnd('.', ',');

    private static string? Fact(TimeExpression one, string fact, string text)
    {
        var (name, wanted) = fact.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (fact[..at], fact[(at + 1)..]) : (fact, "");
        var got = name switch
        {
            "clock" => one.Clock?.Date is { } date
                ? date.At(one.Clock.Time).ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
                : "",
            "zone" => string.Join(',', one.Clock?.Zone?.Zones ?? []),
            "place" => one.Clock?.Zone?.Place ?? "",
            "mod" => one.Mod ?? "",
            "tolerance" => ((int)(one.Clock?.Tolerance.TotalMinutes ?? -1)).ToString(CultureInfo.InvariantCulture),
            "alt" => one.Alternatives.Count == 0 ? "" : one.Alternatives[0].Value,
            "noalt" => one.Alternatives.Count == 0 ? "" : "an alternative",
            "begin" => one.BeginPoint ?? "",
            "end" => one.EndPoint ?? "",
            "quant" => one.Quant ?? "",
            "freq" => one.Freq ?? "",
            "anchor" => one.Anchor is { } anchor ? anchor.Head.Of(text) : "",
            _ => throw new FormatException($"no fact '{name}'"),
        };
        return got == wanted ? null : $"{name}={got} where {name}={wanted} is right";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line} {Words}";
}
