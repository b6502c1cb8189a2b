using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Ground.Anchors;
using Assay.Reading.Figures;
using Assay.Reading.Intake;
using Assay.Reading.Text;

namespace Assay.Cases.Proposals;

/// <summary>A sentence with its number.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Paragraph">The number of its paragraph, from 1.</param>
/// <param name="Kind">What its block is: title, heading, paragraph, listItem, caption.</param>
/// <param name="Text">Its words.</param>
public sealed record NumberedSentence(int Number, int Paragraph, string Kind, string Text);

/// <summary>What came of holding proposed words against a source.</summary>
/// <param name="Quote">The words as the source has them; null where they do not hold.</param>
/// <param name="IsFolded">True where they differ in quotation marks, dashes, blanks or composed letters.</param>
/// <param name="Reason">Why they do not hold.</param>
/// <param name="Message">The same in a sentence, with what to do.</param>
public sealed record HeldWords(Anchor? Quote, bool IsFolded, RefusalReason? Reason, string Message);

/// <summary>The sentences of a source, numbered as every drafter sees them, furniture left out; and where words stand in them.</summary>
public sealed class SentenceSheet
{
    private const int FewestWords = 3;
    private const int MostShown = 5;
    private readonly IReadOnlyList<Sentence> sentences;
    private readonly List<NumberedSentence> numbered = [];

    /// <summary>Numbers the sentences of a source.</summary>
    /// <param name="id">Id of the source.</param>
    /// <param name="document">The source.</param>
    public SentenceSheet(string id, SourceDocument document)
    {
        (Id, Document) = (id, document);
        sentences = SentenceSplitter.Split(document.Layer, captions: true);
        var (paragraph, block) = (0, -1);
        for (var i = 0; i < sentences.Count; i++)
        {
            if (sentences[i].Block != block)
                (paragraph, block) = (paragraph + 1, sentences[i].Block);
            var kind = Wording.EnumNames.Of(document.Layer.Blocks[block].Kind);
            numbered.Add(new NumberedSentence(i + 1, paragraph, kind, sentences[i].Span.Of(document.Layer.Text)));
        }
    }

    /// <summary>Id of the source.</summary>
    public string Id { get; }

    /// <summary>The source.</summary>
    public SourceDocument Document { get; }

    /// <summary>The sentences.</summary>
    public IReadOnlyList<NumberedSentence> Sentences => numbered;

    /// <summary>Where the paragraph begins that a position stands in.</summary>
    internal int ParagraphAt(int position) =>
        Document.Layer.Blocks.Where(b => b.Span.Start <= position).Select(b => b.Span.Start).DefaultIfEmpty(0).Max();

    /// <summary>Number of the sentence that a position stands in, or of the last before it; 0 where there is none.</summary>
    public int NumberAt(int position) => sentences.TakeWhile(s => s.Span.Start <= position).Count();

    /// <summary>The figures that Assay reads in words of the source.</summary>
    internal IReadOnlyList<Figure> FiguresIn(Anchor quote) =>
        [
            .. Figures.Inside(new TextSpan(quote.Start, quote.End)),
            .. (quote.More ?? []).SelectMany(m => Figures.Inside(new TextSpan(m.Start, m.End))),
        ];

    /// <summary>Meanings, and the date of an undated source, for what the rules read in it.</summary>
    internal AuditOptions Options { get; init; } = AuditOptions.Default;

    // A number in the words of a draft asks for figures, and for nothing else that the rules read.
    private SpanIndex<Figure> Figures => field ??= new(SourceReader.Figures(Document, Options).Figures.Select(f => (f.Quote, f)));

    /// <summary>What the rules read in the source; read once, when it is first asked for.</summary>
    internal SourceReading Reading => field ??= SourceReader.Read(Id, Document, Options);

    /// <summary>Holds words against a sentence.</summary>
    /// <param name="sentence">Number of the sentence; null to look in all of them.</param>
    /// <param name="pieces">The words: one stretch, or several in the order of the text.</param>
    public HeldWords Hold(int? sentence, IReadOnlyList<string> pieces)
    {
        if (sentences.Count == 0)
            return Not(RefusalReason.CannotBeChecked, "The source has no text that words could be held against.");
        if (pieces.Count == 0 || pieces.Any(string.IsNullOrWhiteSpace))
            return Not(RefusalReason.Incomplete, "No words were given: copy some of the sentence.");
        if (sentence is < 1 || sentence > sentences.Count)
            return Not(RefusalReason.WrongValue, $"There is no sentence {sentence}: the source has {sentences.Count}.");
        var found = sentence is { } number ? HoldIn(number, pieces) : HoldAnywhere(pieces);
        if (
            QuoteLength.IsEnough(pieces, FewestWords)
            || IsSentence(sentence, pieces)
            || found.Quote is { } quote && FiguresIn(quote).Count > 0
        )
            return found;
        return Not(RefusalReason.TooShort, "Give three words or more of the sentence; fewer serve only for a number or a time.");
    }

    // "Why now?" is all there is of its sentence.
    private bool IsSentence(int? sentence, IReadOnlyList<string> pieces) =>
        sentence is { } number
        && pieces.Count == 1
        && new FoldedText(pieces[0].Trim()).Text == new FoldedText(numbered[number - 1].Text).Text;

    private HeldWords HoldIn(int number, IReadOnlyList<string> pieces)
    {
        var held = new List<Anchor>(pieces.Count);
        var (isFolded, from) = (false, sentences[number - 1].Span.Start);
        foreach (var piece in pieces)
        {
            var found = Find(Stretch(number), from, piece);
            if (found.Outcome is not (AnchorOutcome.Exact or AnchorOutcome.Folded))
                return Refused(number, piece, found, held.Count > 0);
            isFolded |= found.Outcome == AnchorOutcome.Folded;
            held.Add(AnchorOf(found.Places[0]));
            from = found.Places[0].End;
        }

        var quote = held.Count == 1 ? held[0] : held[0] with { More = held[1..] };
        return new HeldWords(
            quote,
            isFolded,
            null,
            isFolded ? "The words stand there, set in other marks or blanks." : "The words stand there."
        );
    }

    private HeldWords HoldAnywhere(IReadOnlyList<string> pieces)
    {
        var numbers = NumbersOf(pieces[0]);
        return numbers.Count switch
        {
            1 => HoldIn(numbers[0], pieces),
            0 => Not(Absent(pieces[0]), AbsentMessage(pieces[0])),
            _ => Not(
                RefusalReason.MoreThanOnce,
                $"{Shown(pieces[0])} stands in sentences {string.Join(", ", numbers.Take(MostShown))}: say which is meant."
            ),
        };
    }

    // The words may run on into the next sentence of the paragraph, as splitters of sentences are not infallible.
    private TextSpan Stretch(int number)
    {
        var own = sentences[number - 1];
        var next = number < sentences.Count && sentences[number].Block == own.Block ? sentences[number] : own;
        return new TextSpan(own.Span.Start, next.Span.End);
    }

    private FoundQuote Find(TextSpan stretch, int from, string piece)
    {
        var begin = Math.Min(from, stretch.End);
        var text = Document.Layer.Text[begin..stretch.End];
        var found = new QuoteFinder(text).Find(piece);
        var own = sentences[NumberAt(stretch.Start) - 1].Span;
        var places = found
            .Places.Select(p => new TextSpan(p.Start + begin, p.End + begin))
            .Where(p => p.Start < own.End && IsWhole(p))
            .ToList();
        return places.Count switch
        {
            0 => new FoundQuote(AnchorOutcome.Absent, []),
            1 => new FoundQuote(places[0].Of(Document.Layer.Text) == piece ? AnchorOutcome.Exact : AnchorOutcome.Folded, places),
            _ => new FoundQuote(AnchorOutcome.Several, places),
        };
    }

    // The finder saw a cut-out of the text: what touches its edges is looked at in the text itself.
    private bool IsWhole(TextSpan place)
    {
        var text = Document.Layer.Text;
        var isCutBefore = place.Start > 0 && char.IsLetterOrDigit(text[place.Start - 1]) && char.IsLetterOrDigit(text[place.Start]);
        return !isCutBefore
            && !(place.End < text.Length && char.IsLetterOrDigit(text[place.End]) && char.IsLetterOrDigit(text[place.End - 1]));
    }

    private HeldWords Refused(int number, string piece, FoundQuote found, bool isFurther)
    {
        if (found.Outcome == AnchorOutcome.Several)
            return Not(RefusalReason.MoreThanOnce, $"{Shown(piece)} stands in sentence {number} more than once: give more of its words.");
        var numbers = NumbersOf(piece);
        if (isFurther && numbers.Contains(number))
            return Not(
                RefusalReason.NotFound,
                $"{Shown(piece)} does not stand behind the piece before it: give the pieces in the order of the text."
            );
        return numbers.Count > 0
            ? Not(
                RefusalReason.OtherSentence,
                $"{Shown(piece)} does not stand in sentence {number} but in sentence {string.Join(", ", numbers.Take(MostShown))}."
            )
            : Not(Absent(piece), AbsentMessage(piece));
    }

    private List<int> NumbersOf(string piece)
    {
        var numbers = new List<int>();
        for (var i = 1; i <= sentences.Count; i++)
            if (Find(Stretch(i), sentences[i - 1].Span.Start, piece).Places.Count > 0)
                numbers.Add(i);
        return numbers;
    }

    private static RefusalReason Absent(string piece) => QuoteLength.HasEllipsis(piece) ? RefusalReason.Ellipsis : RefusalReason.NotFound;

    private static string AbsentMessage(string piece) =>
        QuoteLength.HasEllipsis(piece)
            ? $"{Shown(piece)} leaves words out: give the stretches as a list, in order, without an ellipsis."
            : $"{Shown(piece)} does not stand in the source: copy the words as they are. Nothing is matched by likeness.";

    /// <summary>The anchor of a span of the text.</summary>
    internal Anchor AnchorOf(TextSpan span)
    {
        var quote = Document.Layer.QuoteOf(span);
        return new Anchor(Id, quote.Start, quote.End, quote.Exact, quote.Prefix, quote.Suffix);
    }

    private static HeldWords Not(RefusalReason reason, string message) => new(null, false, reason, message);

    private static string Shown(string words) => $"“{(words.Length <= 60 ? words : words[..59] + "…")}”";
}
