using Assay.Ground.Anchors;
using Assay.Reading.Drafts;
using Assay.Reading.Syntax;
using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>
/// Finds who acts and speaks in a text: people with their offices, bodies, outlets, governments and groups. What a name names is told by
/// what stands around it, in two passes: the first gathers evidence over the whole text, the second gives every mention its actor.
/// </summary>
internal sealed class ActorReader
{
    private readonly WordedText text;
    private readonly ActorWords words = ActorWords.English;
    private readonly NameRunFinder finder;
    private readonly List<NameRun> runs = [];
    private readonly Dictionary<string, NameEvidence> names = new(StringComparer.Ordinal);
    private readonly List<OfficePhrase> roles = [];
    private readonly Dictionary<int, int> mentionStart = [];
    private readonly VerbTable saying;
    private readonly IReadOnlySet<string> auxiliaries;
    private readonly SpanIndex<TextSpan> times;
    private readonly SpanIndex<TextSpan> places;

    private ActorReader(WordedText text, ReadingContext context, VerbTable saying, IReadOnlySet<string> auxiliaries)
    {
        (this.text, this.saying, this.auxiliaries) = (text, saying, auxiliaries);
        times = new(context.Times.Select(t => (t.Span, t.Span)));
        places = new(context.Places.Select(p => (p, p)));
        finder = new NameRunFinder(text, words);
    }

    /// <summary>Reads the actors of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">What is already known of the source.</param>
    /// <param name="saying">Verbs of saying: who stands before one speaks.</param>
    /// <param name="auxiliaries">Auxiliary verbs.</param>
    public static ActorIndex Read(WordedText text, ReadingContext context, VerbTable saying, IReadOnlySet<string> auxiliaries)
    {
        var reader = new ActorReader(text, context, saying, auxiliaries);
        reader.GatherRuns();
        reader.GatherOffices();
        new OutletReader(text, reader.words).Gather(reader.runs, reader.EvidenceOf);
        reader.GatherEvidence();
        return new ActorAssembly(text, reader.words, reader.names, reader.runs, reader.roles, reader.mentionStart).Build();
    }

    // Takes honorifics and offices off the capitalised runs: "President Ada Moor" leaves "Ada Moor".
    private void GatherRuns()
    {
        foreach (var run in finder.Find())
        {
            var first = run.First;
            for (var i = run.First; i < run.End; i++)
            {
                var office = words.Offices.Match(text.Words, i, run.End);
                if (office > 0 && !IsBody(run, i + office))
                {
                    first = i + office;
                    i = first - 1;
                }
                else if (words.Honorifics.Contains(text.Words[i].Lower))
                    first = i + 1;
            }

            if (first < run.End && !IsTime(text.Span(first, run.End)))
                runs.Add(run with { First = first });
        }
    }

    // "04:15 NZDT": letters of a clock are nobody's name.
    private bool IsTime(TextSpan span) => times.Overlapping(span).Any(t => t.Contains(span));

    // "Attorney General's Office", "Speaker Committee": an office noun inside the name of a body.
    private bool IsBody(NameRun run, int from) => from < run.End && words.OrganisationWords.Contains(text.Words[run.End - 1].Lower);

    private NameEvidence EvidenceOf(NameRun run)
    {
        var key = text.Text(run.First, run.End);
        key = key.Contains('\n', StringComparison.Ordinal)
            ? string.Join(' ', key.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : key;
        if (!names.TryGetValue(key, out var evidence))
            names[key] = evidence = new NameEvidence(key, run);

        return evidence;
    }

    private void GatherEvidence()
    {
        var weigher = new NameWeigher(text, words, saying);
        foreach (var run in runs.Where(r => !finder.IsTitleCase(r.Sentence)))
        {
            var evidence = EvidenceOf(run);
            weigher.Weigh(run, text.Sentences[run.Sentence], evidence);
            if (IsKnownPlace(text.Span(run.First, run.End)))
                evidence.Place += 4;

            if (
                run.End + 2 < text.Words.Count
                && text.Words[run.End].Is("(")
                && text.Words[run.End + 1].AllCaps
                && text.Words[run.End + 2].Is(")")
            )
            {
                evidence.Acronym ??= text.Text(run.End + 1, run.End + 2);
                evidence.Organisation += 4;
            }
        }
    }

    private bool IsKnownPlace(TextSpan span) => places.Overlapping(span).Any();

    private void GatherOffices()
    {
        var byFirst = runs.ToDictionary(r => r.First);
        var byEnd = runs.GroupBy(r => r.End).ToDictionary(g => g.Key, g => g.First());
        var reader = new OfficeReader(text, words);
        foreach (var sentence in text.Sentences.Where(s => !finder.IsTitleCase(s.Index)))
        {
            var pending = new List<OfficePhrase>();
            for (var i = sentence.First; i < sentence.End; i++)
            {
                if (reader.At(i, sentence) is not { } office)
                    continue;

                i = Math.Max(i, office.End - 1);
                Place(office, pending, sentence, byFirst, byEnd);
            }
        }
    }

    private void Place(
        OfficePhrase office,
        List<OfficePhrase> pending,
        WordedSentence sentence,
        Dictionary<int, NameRun> byFirst,
        Dictionary<int, NameRun> byEnd
    )
    {
        if (pending.Count > 0)
            office = office with { Status = pending[^1].Status, Country = office.Country ?? pending[^1].Country };

        var and = text.LowerAt(office.End) is "and" && office.End + 1 < sentence.End;
        var comma = text.LowerAt(office.End) is "," && office.End + 1 < sentence.End ? 1 : 0;
        if (
            byFirst.TryGetValue(office.End, out var run)
            || (comma > 0 && byFirst.TryGetValue(office.End + 1, out run) && ClosesApposition(run, sentence))
        )
        {
            pending.Add(office);
            Attach(pending, run);
            mentionStart[run.First] = pending[0].First;
            pending.Clear();
        }
        else if (Before(office, sentence, byEnd) is { } holder)
        {
            pending.Clear();
            Attach([office], holder);
            if (and)
            {
                // A further office of the same holder may follow: keep nothing, it is found by its own apposition.
                roles.Remove(office);
            }
        }
        else if (and && words.Offices.Find(text.Words, office.End + 1, Math.Min(office.End + 5, sentence.End)).At > 0)
            pending.Add(office);
        else
        {
            pending.Clear();
            roles.Add(office);
        }
    }

    // "..., the chairman of the board, Ada Moor, ...": the name must close what the office opened.
    private bool ClosesApposition(NameRun run, WordedSentence sentence) =>
        run.End >= sentence.End
        || text.Words[run.End].Kind == WordKind.Mark
        || text.Words[run.End].Is("and")
        || saying.LemmaOf(text.Words[run.End].Lower) is not null
        || auxiliaries.Contains(text.Words[run.End].Lower);

    // "Ada Moor, an MP", "Ada Moor, then the head of", "Ada Moor became president", "Ada Moor (the mayor)".
    private NameRun? Before(OfficePhrase office, WordedSentence sentence, Dictionary<int, NameRun> byEnd)
    {
        var i = office.First - 1;
        var determined = false;
        while (i >= sentence.First && (words.Determiners.Contains(text.Words[i].Lower) || words.Former.Contains(text.Words[i].Lower)))
        {
            determined = true;
            i--;
        }

        if (i < sentence.First)
            return null;

        var link = text.Words[i].Lower;
        var copula = link is "is" or "was" or "became" or "remains" or "as";
        if (link is "," or "(" || copula)
        {
            if (link == "," && !determined && office.Country is null && office.Of is null && text.LowerAt(office.End) is not ("," or "."))
                return null;

            return byEnd.TryGetValue(i, out var run) ? run
                : link == "as" && text.LowerAt(i - 1) is "himself" or "herself" ? LastRun(i, sentence)
                : null;
        }

        return null;
    }

    // "a video of Moor was shown, announcing herself as chair": the nearest name before, in the same sentence.
    private NameRun? LastRun(int before, WordedSentence sentence)
    {
        var at = runs.FindLastIndex(Math.Max(0, FirstRunAfter(before) - 1), r => r.End <= before);
        return at >= 0 && runs[at].First >= sentence.First ? runs[at] : null;
    }

    private int FirstRunAfter(int word) => Ordered.CountBefore(runs, word, static (r, at) => r.First < at);

    private void Attach(List<OfficePhrase> offices, NameRun run)
    {
        var evidence = EvidenceOf(run);
        evidence.Person += 5;
        evidence.Country ??= offices.Select(o => o.Country).FirstOrDefault(c => c is not null);
        evidence.Offices.AddRange(offices);
    }
}
