using Assay.Cases.Accounts;
using Assay.Cases.Drafting;
using Assay.Ground.Anchors;
using Assay.Reading;
using Assay.Reading.Events;
using Assay.Reading.Places;
using Assay.Reading.Voices;

namespace Assay.Cases.Proposals;

/// <summary>Makes an item of one proposal.</summary>
/// <param name="items">The account it goes into.</param>
/// <param name="sheets">The sources, by id.</param>
/// <param name="drafter">Whose keys are meant.</param>
/// <param name="isByParts">True where the drafter reads a source part by part, and names the same voices again in each.</param>
internal sealed class ProposalMaker(ProposedItems items, IReadOnlyDictionary<string, SentenceSheet> sheets, string drafter, bool isByParts)
{
    private readonly List<string> differences = [];
    private HeldWords? held;

    /// <summary>The kinds, in the order in which they may refer to each other.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    ["place", "actor", "event", "zone", "clock", "claim", "statement", "figure", "sameFigure", "question", "forecast"];

    /// <summary>Takes a proposal, or says why not.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="index">Its place in the list.</param>
    public ProposalOutcome Take(Proposal proposal, int index)
    {
        (held, var id) = (null, "");
        differences.Clear();
        try
        {
            id = Make(proposal);
        }
        catch (RefusedException e)
        {
            return new ProposalOutcome
            {
                Index = index,
                Key = proposal.Key,
                Kind = proposal.Kind,
                Taken = false,
                Reason = e.Reason,
                Message = e.Message,
            };
        }

        return new ProposalOutcome
        {
            Index = index,
            Key = proposal.Key,
            Kind = proposal.Kind,
            Taken = true,
            Id = id,
            Message = held is null ? "Taken as a draft." : "Taken as a draft. " + held.Message,
            Words =
                held is null ? null
                : held.IsFolded ? "folded"
                : "exact",
            Quote = held?.Quote,
            Differences = [.. differences],
        };
    }

    private string Make(Proposal p) =>
        p.IsBeside ? throw new RefusedException(RefusalReason.NotAsked, $"Sentence {p.Sentence} was not one to draft from.")
        : p.Wrong is { } wrong ? throw new RefusedException(RefusalReason.WrongValue, wrong)
        : MakeKind(p);

    private string MakeKind(Proposal p) =>
        p.Kind switch
        {
            "event" => Event(p),
            "zone" => new ZoneMaker(items, differences).Make(
                p,
                p.Words is { Count: > 0 } ? Hold(p) : null,
                drafter,
                isByParts ? Sheet(p).Id : null
            ),
            "clock" => new ClockMaker(items, differences).Make(p, Hold(p), drafter, Sheet(p)),
            "claim" => new ClaimMaker(items, differences).Make(p, Hold(p), drafter, Voice(p), Stance(p), Sheet(p)),
            "statement" => Statement(p),
            "figure" => new FigureMaker(items, differences).Make(p, Hold(p), drafter, Voice(p), Stance(p), Sheet(p)),
            "sameFigure" => new FigureMaker(items, differences).Same(p, drafter),
            "place" => new NameMaker(items, differences).Place(p, Hold(p), drafter, Sheet(p)),
            "actor" => new NameMaker(items, differences).Actor(p, Hold(p), drafter, Sheet(p)),
            "question" => Question(p),
            "forecast" => Forecast(p),
            _ => throw new RefusedException(RefusalReason.UnknownKind, $"“{p.Kind}” is no kind: give one of {string.Join(", ", Kinds)}."),
        };

    private SentenceSheet Sheet(Proposal p)
    {
        var id = string.IsNullOrEmpty(p.Source) && sheets.Count == 1 ? sheets.Keys.First() : p.Source ?? "";
        return sheets.TryGetValue(id, out var sheet)
            ? sheet
            : throw new RefusedException(
                RefusalReason.NoSource,
                $"There is no source “{id}” that could be read; there are {string.Join(", ", sheets.Keys)}."
            );
    }

    private Anchor Hold(Proposal p)
    {
        if (p.Sentence is null)
            throw new RefusedException(RefusalReason.Incomplete, $"A {p.Kind} needs the number of its “sentence”.");
        held = Sheet(p).Hold(p.Sentence, p.Words ?? []);
        return held.Quote ?? throw new RefusedException(held.Reason!.Value, held.Message);
    }

    /// <summary>The id of what stands in words.</summary>
    /// <param name="kind">Short name of the kind.</param>
    /// <param name="sheet">The source.</param>
    /// <param name="quote">The words.</param>
    /// <param name="more">What else tells it from others in the same words.</param>
    public static string IdOf(string kind, SentenceSheet sheet, Anchor quote, string more) =>
        DraftIds.Plain(kind, $"{sheet.Document.Sha256}\n{quote.Start}-{quote.End}\n{Text(quote)}\n{more}");

    /// <summary>The words of a quote, its pieces joined.</summary>
    public static string Text(Anchor quote) =>
        quote.More is null ? quote.Exact : string.Join(' ', quote.More.Select(m => m.Exact).Prepend(quote.Exact));

    private static List<string> Voice(Proposal p) => p.Voice is { Count: > 0 } chain ? [.. chain.Where(v => v.Length > 0)] : ["author"];

    private Stance Stance(Proposal p)
    {
        var asked = ProposalValues.Name(
            "stance",
            p.Stance,
            p.Voice is { Count: > 0 } v && v[^1] != "author" ? Assay.Reading.Voices.Stance.Reported : default
        );
        if (held?.Quote is not { } quote)
            return asked;
        var sheet = Sheet(p);
        var caps = (quote.More ?? [])
            .Prepend(quote)
            .Select(a => StanceCap.Of(sheet.Document.Layer.Text, new TextSpan(a.Start, a.End), sheet.ParagraphAt(a.Start)))
            .OfType<(Stance Most, string Cue)>();
        var capped = asked;
        foreach (var (most, cue) in caps)
        {
            var now = StanceCap.Capped(capped, most);
            if (now != capped)
                differences.Add(
                    $"The stance is {Wording.EnumNames.Of(now)}, not {Wording.EnumNames.Of(asked)}: {(cue == "“”" ? "the words stand in quotation marks" : $"“{cue}” in the words allows no more")}."
                );
            capped = now;
        }

        return capped;
    }

    private string Event(Proposal p)
    {
        var quote = Hold(p);
        var label = string.IsNullOrWhiteSpace(p.Label) ? Text(quote) : p.Label.Trim();
        var made = new EventItem
        {
            Id = IdOf("e", Sheet(p), quote, $"{label}\n{p.Key}"),
            Label = label,
            Quote = quote,
            Voice = Voice(p),
            Stance = Stance(p),
            Mood = ProposalValues.Name("mood", p.Mood, EventMood.Actual),
            Place = string.IsNullOrEmpty(p.Place) ? null : Known("places", p.Place),
            Actors = [.. (p.Actors ?? []).Select(a => Known("actors", a)).OfType<string>().Distinct(StringComparer.Ordinal)],
        };
        items.Put(made.Id, a => a with { Events = ProposedItems.With(a.Events, made, e => e.Id) });
        items.Name("events", p.Key, made.Id, drafter);
        return made.Id;
    }

    // Who took part and where is beside what happened: an event stands without it.
    private string? Known(string list, string key)
    {
        if (items.Find(list, key, drafter) is { } id)
            return id;
        differences.Add($"There is no {list[..^1]} “{key}”: the event stands without it.");
        return null;
    }

    private string Statement(Proposal p)
    {
        var quote = Hold(p);
        var voice = Voice(p);
        var made = new StatementEntry(IdOf("st", Sheet(p), quote, string.Join('\n', voice)), voice, Stance(p), quote, null);
        items.Put(made.Id, a => a with { Statements = ProposedItems.With(a.Statements, made, s => s.Id) });
        return made.Id;
    }

    private string Question(Proposal p)
    {
        var quote = Hold(p);
        var made = new QuestionEntry(IdOf("q", Sheet(p), quote, ""), Voice(p), false, [], quote);
        items.Put(made.Id, a => a with { Questions = ProposedItems.With(a.Questions, made, q => q.Id) });
        return made.Id;
    }

    private string Forecast(Proposal p)
    {
        var quote = Hold(p);
        var made = new ForecastEntry(IdOf("fc", Sheet(p), quote, ""), Voice(p), "", null, null, quote);
        items.Put(made.Id, a => a with { Forecasts = ProposedItems.With(a.Forecasts, made, f => f.Id) });
        return made.Id;
    }
}
