using Assay.Cases.Accounts;
using Assay.Cases.Proposals;
using NodaTime.Text;

namespace Assay.Cases.Models;

/// <summary>Sentences that a model did not read for one kind of drafts.</summary>
/// <param name="File">The source.</param>
/// <param name="First">Number of the first.</param>
/// <param name="Last">Number of the last.</param>
/// <param name="Prompt">Title of what was asked for.</param>
/// <param name="Failure">Why.</param>
public sealed record NotRead(string File, int First, int Last, string Prompt, string Failure)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: sentences {First} to {Last} were not read for “{Prompt}”: {Failure}.";
}

/// <summary>How a model is asked.</summary>
/// <param name="Route">The route.</param>
/// <param name="Model">Name of the model.</param>
/// <param name="ChunkTokens">About how many tokens of text are asked about in one go.</param>
internal sealed record DrafterTerms(ModelRoute Route, string Model, int ChunkTokens);

/// <summary>About what a reading will take.</summary>
/// <param name="Calls">Questions.</param>
/// <param name="Tokens">Tokens of the questions, with the events that are found on the way as far as can be told before.</param>
/// <param name="LeastTokens">The same, where nothing is found.</param>
/// <param name="AnswerTokens">Tokens of the answers, where each is as long as it may be.</param>
public sealed record SpendingEstimate(int Calls, long Tokens, long LeastTokens, long AnswerTokens);

/// <summary>Gives the answer to a question: an endpoint does, or a run that was kept.</summary>
internal delegate Task<ModelCall> Asking(ModelCall call, CallRequest request, PromptFile prompt);

/// <summary>Reads sources with a model: asks about each chunk in turn, and brings what it answers to the desk. The same answers lead
/// to the same
/// account.</summary>
internal sealed class ModelDrafter(ProposalDesk desk, DrafterTerms terms, string? run)
{
    private const int MostEvents = 80;
    private const int MostZones = 20;
    private const int MostFigures = 40;
    private readonly List<ModelCall> calls = [];
    private readonly List<NotRead> notRead = [];
    private readonly List<ProposalOutcome> outcomes = [];

    /// <summary>The questions, in order.</summary>
    public IReadOnlyList<ModelCall> Calls => calls;

    /// <summary>What was not read.</summary>
    public IReadOnlyList<NotRead> NotRead => notRead;

    /// <summary>What became of the drafts.</summary>
    public IReadOnlyList<ProposalOutcome> Outcomes => outcomes;

    /// <summary>About what it takes. The questions are told the events found on the way: the times of day in the text tell about
    /// how many there will be.</summary>
    public SpendingEstimate Estimate() =>
        desk
            .Sheets.Values.SelectMany(Estimates)
            .Aggregate(
                new SpendingEstimate(0, 0, 0, 0),
                (sum, one) =>
                    new SpendingEstimate(
                        sum.Calls + 1,
                        sum.Tokens + one.Tokens,
                        sum.LeastTokens + one.LeastTokens,
                        sum.AnswerTokens + one.AnswerTokens
                    )
            );

    private IEnumerable<SpendingEstimate> Estimates(SentenceSheet sheet)
    {
        var expected = new ExpectedEvents(sheet);
        foreach (var chunk in Chunk.Of(sheet, terms.ChunkTokens))
        foreach (var prompt in Prompts.For(sheet.Document))
        {
            var asked = Request(sheet, chunk, prompt);
            var told = prompt.Kinds.Contains("claim") ? expected.TokensUpTo(chunk.Last, MostEvents) : 0;
            yield return new SpendingEstimate(1, asked.Tokens + told, asked.Tokens, asked.AnswerTokens);
        }
    }

    /// <summary>Reads all sources of the desk.</summary>
    public async Task Read(Asking ask)
    {
        foreach (var sheet in desk.Sheets.Values.ToList())
        foreach (var chunk in Chunk.Of(sheet, terms.ChunkTokens))
        foreach (var prompt in Prompts.For(sheet.Document))
            await Read(sheet, chunk, prompt, ask);
        foreach (var lost in notRead)
            desk.Note($"{terms.Model}: {lost}");
    }

    private async Task Read(SentenceSheet sheet, Chunk chunk, PromptFile prompt, Asking ask)
    {
        var request = Request(sheet, chunk, prompt);
        var call = new ModelCall
        {
            Key = request.Key,
            Source = sheet.Document.Sha256,
            Prompt = prompt.Name,
            FirstSentence = chunk.First,
            LastSentence = chunk.Last,
            Request = request.Body,
            EstimatedTokens = request.Tokens,
        };
        call = await ask(call, request, prompt);
        calls.Add(call);
        var (drafts, failure) = Drafts(call, prompt);
        if (drafts is null)
        {
            notRead.Add(new NotRead(sheet.Document.File, chunk.First, chunk.Last, prompt.Title, failure!));
            return;
        }

        var placed = drafts.Select(d => Placed(d, sheet, chunk)).ToList();
        outcomes.AddRange(desk.Propose(terms.Model, "model", run, placed, $"{sheet.Id} {chunk.First}").Outcomes);
    }

    private (IReadOnlyList<Proposal>? Drafts, string? Failure) Drafts(ModelCall call, PromptFile prompt)
    {
        if (call.Failure is { } failure)
            return (null, failure);
        var answer = call.Attempts.Count == 0 ? null : AnswerReader.Read(terms.Route, call.Attempts[^1].Bytes());
        var (drafts, wrong) = AnswerReader.Drafts(answer?.Content ?? "", prompt);
        return (drafts, wrong is { } w ? Wording.EnumNames.Of(w) : null);
    }

    // What a model drafts from the context it is asked about elsewhere: it is not counted twice.
    private static Proposal Placed(Proposal draft, SentenceSheet sheet, Chunk chunk) =>
        draft with
        {
            Source = sheet.Id,
            IsBeside = draft.Sentence is { } number && (number < chunk.First || number > chunk.Last),
        };

    private CallRequest Request(SentenceSheet sheet, Chunk chunk, PromptFile prompt) =>
        CallRequest.Of(terms.Route, terms.Model, prompt, SpotlitText.Of(sheet, chunk.Sentences, chunk.Context, Head(sheet, chunk, prompt)));

    private List<string> Head(SentenceSheet sheet, Chunk chunk, PromptFile prompt)
    {
        var page = sheet.Document.Metadata;
        List<string> head = [];
        if (page.Title?.Value is { } title)
            head.Add($"Title: {title}");
        if (page.Published is { } day)
            head.Add($"Published: {LocalDatePattern.Iso.Format(day.Value)}");
        if (page.DatelinePlace?.Value is { } place)
            head.Add($"Dateline: {place}");
        var own = desk.Account.Events.Where(e => e.Quote.Source == sheet.Id).ToList();
        var voices = own.SelectMany(e => e.Voice).Where(v => v != "author").Distinct(StringComparer.Ordinal).ToList();
        if (voices.Count > 0)
            head.Add($"Voices so far: {string.Join("; ", voices)}");
        if (prompt.Kinds.Contains("zone"))
            head.AddRange(desk.ZonesOf(sheet.Id).Take(MostZones).Select(Known));
        if (prompt.Kinds.Contains("claim"))
            head.AddRange(
                own.OrderBy(e => Math.Abs(sheet.NumberAt(e.Quote.Start) - chunk.First)).Take(MostEvents).Select(e => Known(e, sheet))
            );
        if (prompt.Kinds.Contains("sameFigure"))
            head.AddRange(
                desk.Account.Figures.Where(f => f.Quote.Source == sheet.Id)
                    .OrderBy(f => Math.Abs(sheet.NumberAt(f.Quote.Start) - chunk.First))
                    .Take(MostFigures)
                    .Select(f => $"Figure known: {f.Id} = {f.Quote.Exact} (sentence {sheet.NumberAt(f.Quote.Start)})")
            );
        return head;
    }

    private static string Known(ZoneItem made) =>
        $"Zone known: {made.Id} = {made.Voice}: {string.Join(", ", made.Candidates.Select(c => c.Zone))}{(made.Stated ? " (stated)" : "")}";

    private static string Known(EventItem made, SentenceSheet sheet) =>
        $"Event known: {made.Id} = {made.Label} (sentence {sheet.NumberAt(made.Quote.Start)})";
}
