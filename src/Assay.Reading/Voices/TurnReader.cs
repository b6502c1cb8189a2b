using System.Globalization;
using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>
/// Finds who speaks in a transcript ("THE CHAIR: ...", "Q. ... A. ..." under "EXAMINATION OF ADA MOOR") and in an interview, whose
/// questions
/// stand between the answers. Words: <c>Voices/Data/en.voices.txt</c>.
/// </summary>
/// <param name="layer">The text layer.</param>
/// <param name="actors">Who is named in it.</param>
internal sealed partial class TurnReader(TextLayer layer, IReadOnlyList<Actor> actors)
{
    private const int FewestTurns = 4;
    private const int FewestLabels = 2;
    private const int FewestQuestions = 3;
    private const int FewestOwn = 3;
    private const int LongestLead = 5;
    private const int LeastShare = 3;
    private readonly VoiceWords words = VoiceWords.English;

    /// <summary>The turns, in the order of the text; empty where it is no such text.</summary>
    public IReadOnlyList<Turn> Read()
    {
        var lines = layer.Blocks.Where(b => b.Kind is not (BlockKind.Furniture or BlockKind.Title)).SelectMany(b => Lines(b.Span)).ToList();
        return Examined(lines) ?? Labelled(lines) ?? Interviewed() ?? [];
    }

    private IEnumerable<TextSpan> Lines(TextSpan block)
    {
        for (var start = block.Start; start < block.End; )
        {
            var end = layer.Text.IndexOf('\n', start, block.End - start) is var line and >= 0 ? line : block.End;
            if (end > start)
                yield return new TextSpan(start, end);
            start = end + 1;
        }
    }

    // "MAJOR LEDESMA: Yes.", "A3. Mayor Tesch: Yes." Some labels come again, and there are several of them.
    private List<Turn>? Labelled(List<TextSpan> lines)
    {
        var labels = lines.Select(l => Label().Match(layer.Text, l.Start, l.Length)).ToList();
        var often = labels
            .Where(m => m.Success)
            .GroupBy(m => m.Groups["who"].Value)
            .Where(g => g.Count() > 1 && IsPerson(g.Key))
            .Select(g => g.Key)
            .ToHashSet();
        var count = labels.Count(m => often.Contains(m.Groups["who"].Value));
        if (often.Count < FewestLabels || count < FewestTurns || count * LeastShare < lines.Count)
            return null;
        var turns = new List<Turn>();
        TextSpan? who = null;
        for (var i = 0; i < lines.Count; i++)
        {
            if (labels[i] is { Success: true } label)
                who = new TextSpan(label.Groups["who"].Index, label.Groups["who"].Index + label.Groups["who"].Length);
            if (who is { } name && !IsNote(lines[i]))
                turns.Add(new Turn(lines[i], Named(name)));
        }

        return turns;
    }

    // "THE CHAIR", "Ada Moor"; "Owner" is the head of a line of a list.
    private bool IsPerson(string label) =>
        !label.Any(char.IsLower)
        || label.Contains(' ')
            && actors.Any(a =>
                a.Kind == ActorKind.Person && a.Name.EndsWith(label[(label.LastIndexOf(' ') + 1)..], StringComparison.Ordinal)
            );

    // "Q. When did you see her? A. At six." under the line that says who is examined.
    private List<Turn>? Examined(List<TextSpan> lines)
    {
        if (lines.Count(l => Asks().IsMatch(l.Of(layer.Text))) < FewestLabels || lines.Count(IsAnswer) < FewestLabels)
            return null;
        var turns = new List<Turn>();
        TextSpan? witness = null;
        var answers = false;
        foreach (var line in lines)
        {
            if (Examined(line) is { } next)
                (witness, answers) = (next, false);
            else if (IsAnswer(line))
                answers = true;
            else if (Asks().IsMatch(line.Of(layer.Text)) || Label().IsMatch(line.Of(layer.Text)) || IsNote(line) || IsOwnBlock(line))
                answers = false;
            if (answers && witness is { } name)
                turns.Add(new Turn(line, Named(name)));
        }

        return turns.Count == 0 ? null : turns;
    }

    // "EXAMINATION OF COLIN PETRIE BY MR DALGLEISH"; a cross-examination by somebody is still of whoever was heard before.
    private TextSpan? Examined(TextSpan line)
    {
        var said = line.Of(layer.Text);
        foreach (var lead in words.Examinations)
        {
            var at = said.IndexOf(lead + " ", StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            var from = at + lead.Length + 1;
            var name = Examinee().Match(said[from..]);
            return name.Success ? new TextSpan(line.Start + from, line.Start + from + name.Value.TrimEnd().Length) : null;
        }

        return null;
    }

    private bool IsOwnBlock(TextSpan line) => layer.Blocks.Any(b => b.Span.Start == line.Start);

    private bool IsAnswer(TextSpan line) => Answers().IsMatch(line.Of(layer.Text));

    private bool IsNote(TextSpan line) => layer.Text[line.Start] is '(' or '[' && layer.Text[line.End - 1] is ')' or ']';

    // Questions stand alone, most of what is between them says "I", and the head calls it an interview and names one person.
    private List<Turn>? Interviewed()
    {
        var blocks = layer.Blocks.Where(b => b.Kind is BlockKind.Heading or BlockKind.Paragraph).ToList();
        var first = blocks.FindIndex(b => IsQuestion(b) || b.Kind == BlockKind.Heading);
        if (first <= 0 || first > LongestLead || blocks.Count(IsQuestion) < FewestQuestions || !IsCalledSo(blocks[first].Span.Start))
            return null;
        var answers = blocks.Skip(first).Where(b => b.Kind == BlockKind.Paragraph && !IsQuestion(b)).ToList();
        if (answers.Count(b => Own().IsMatch(b.Span.Of(layer.Text))) < FewestOwn)
            return null;
        var lead = new TextSpan(blocks[0].Span.Start, blocks[first].Span.Start);
        var who = actors
            .Where(a => a.Kind == ActorKind.Person)
            .SelectMany(a => a.Mentions.Where(m => lead.Contains(m) && IsFull(m)).Select(m => (HasOffice: a.Offices.Count > 0, Mention: m)))
            .OrderByDescending(m => m.HasOffice)
            .ThenBy(m => m.Mention)
            .Select(m => m.Mention)
            .ToList();
        var name = who.Count > 0 ? who[0] : Introduced(lead);
        return name is { } speaker ? [.. answers.Select(b => new Turn(b.Span, Named(speaker)))] : null;
    }

    // "Ada Moor runs the port": a name at the head of a sentence of the lead, where nobody else is known to act.
    private TextSpan? Introduced(TextSpan lead) =>
        Presented().Match(layer.Text, lead.Start, lead.Length) is { Success: true } found
            ? new TextSpan(found.Groups["who"].Index, found.Groups["who"].Index + found.Groups["who"].Length)
            : null;

    // "Ada Moor", and not "Moor Air's flight".
    private bool IsFull(TextSpan name) =>
        name.Of(layer.Text).Contains(' ') && !(name.End < layer.Text.Length && Tokenizer.IsApostrophe(layer.Text[name.End]));

    private bool IsQuestion(Block block) => block.Kind is BlockKind.Heading or BlockKind.Paragraph && layer.Text[block.Span.End - 1] == '?';

    private bool IsCalledSo(int end) =>
        words.Interviews.Any(w => layer.Text.AsSpan(0, end).Contains(w, StringComparison.OrdinalIgnoreCase));

    // The actor of that last name, else the words as names are shown: "Major Ledesma" for "MAJOR LEDESMA".
    private Voice Named(TextSpan name)
    {
        var said = name.Of(layer.Text);
        var own = LastName(said);
        var actor = actors.FirstOrDefault(a =>
            a.Kind == ActorKind.Person && LastName(a.Name).Equals(own, StringComparison.OrdinalIgnoreCase)
        );
        return new Voice(actor?.Name ?? Shown(said), actor?.Id, name) { IsSpeaker = true };
    }

    private static string LastName(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static string Shown(string name) =>
        name.Any(char.IsLower) ? name : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());

    [GeneratedRegex(
        @"\G(?:[QA]?\d{1,3}[.):]\s+)?(?<who>(?:\p{Lu}[\p{Lu}.'’-]+|\p{Lu}[\p{Ll}.'’-]+)(?:[ ](?:\p{Lu}[\p{L}.'’-]*|de|da|del|van|von|al|bin)){0,4})(?:\s\([^)\n]{1,60}\))?\s?:\s"
    )]
    private static partial Regex Label();

    [GeneratedRegex(@"^Q(?:\d+)?[.:)]?\s")]
    private static partial Regex Asks();

    [GeneratedRegex(@"^A(?:\d+)?[.:)]\s")]
    private static partial Regex Answers();

    [GeneratedRegex(@"^(?:\p{Lu}[\p{L}.'’-]*\s?)+?(?=\s*(?:,|;|\(|BY\b|by\b|$))")]
    private static partial Regex Examinee();

    [GeneratedRegex(
        @"(?:^|\G|\n|[.!?]\s)(?<who>\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s(?:\p{Lu}[\p{L}'’.-]*|de|da|del|van|von|al|bin))*\s\p{Lu}[\p{L}'’-]+)(?=,\s|\s(?:is|was|has|had|\p{Ll}+s)\s)"
    )]
    private static partial Regex Presented();

    [GeneratedRegex(@"\b(?:I|my|me|we|our)\b")]
    private static partial Regex Own();
}
