using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>
/// Makes actors of the evidence: a short name joins the one full name it can mean, an abbreviation its body, an office its one holder;
/// where two could be meant, nobody is.
/// </summary>
internal sealed class ActorAssembly(
    WordedText text,
    ActorWords words,
    Dictionary<string, NameEvidence> names,
    List<NameRun> runs,
    List<OfficePhrase> roles,
    Dictionary<int, int> mentionStart
)
{
    private readonly Dictionary<string, Draft> drafts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Draft>> byShort = new(StringComparer.Ordinal);
    private readonly List<Draft> order = [];

    private sealed class Draft(string name, ActorKind kind, string? country)
    {
        public string Name { get; } = name;

        public ActorKind Kind { get; } = kind;

        public string? Country { get; set; } = country;

        public List<OfficePhrase> Offices { get; } = [];

        public List<(int First, int End)> Mentions { get; } = [];
    }

    /// <summary>Builds the index of actors.</summary>
    public ActorIndex Build()
    {
        DraftFullNames();
        foreach (var run in runs)
            Mention(run);

        Roles();
        new GroupReader(text, words).Read(Taken(), AddCommon);
        var kept = order.Where(d => d.Mentions.Count > 0).OrderBy(d => d.Mentions.Min(m => m.First)).ToList();
        var actors = kept.Select(Finish).ToList();
        var mentions = kept.SelectMany((d, k) => d.Mentions.Select(m => new ActorMention(k, m.First, m.End)))
            .OrderBy(m => m.First)
            .ToList();
        return new ActorIndex(text, actors, mentions);
    }

    private void DraftFullNames()
    {
        // Longest first, so that "Moor" finds "Ada Moor" and does not stand alone.
        foreach (var evidence in names.Values.OrderByDescending(e => e.First.Count).ThenBy(e => e.First.First))
        {
            var single = evidence.First.Count == 1;
            if (single && Candidates(evidence).Any(d => d.Kind == ActorKind.Person))
                continue;

            if (evidence.Kind is not { } kind || (single && kind == ActorKind.Person && evidence.Person < 3))
                continue;

            var draft = new Draft(evidence.Name, kind, evidence.Country);
            draft.Offices.AddRange(evidence.Offices.Where(_ => kind == ActorKind.Person));
            drafts[evidence.Name] = draft;
            order.Add(draft);
            if (evidence.Acronym is { } acronym)
                Index(acronym, draft);

            if (kind == ActorKind.Person && !single)
                Index(text.Text(evidence.First.End - 1, evidence.First.End), draft);
        }
    }

    private void Index(string key, Draft draft)
    {
        if (!byShort.TryGetValue(key, out var list))
            byShort[key] = list = [];

        list.Add(draft);
    }

    private List<Draft> Candidates(NameEvidence evidence) => byShort.TryGetValue(evidence.Name, out var list) ? list : [];

    private void Mention(NameRun run)
    {
        var name = Name(run);
        var draft = Short(name, run) ?? drafts.GetValueOrDefault(name) ?? Subset(run);
        if (draft is null)
        {
            // "Moor Ruritanian troops": a known name that happens to stand beside another capitalised word.
            if (
                run.Count > 1
                && (byShort.ContainsKey(text.Text(run.First, run.First + 1)) || drafts.ContainsKey(text.Text(run.First, run.First + 1)))
            )
                Mention(run with { End = run.First + 1 });

            return;
        }

        var first = mentionStart.TryGetValue(run.First, out var start) ? start : run.First;
        draft.Mentions.Add((first, run.End));
        if (names.TryGetValue(name, out var evidence) && name != draft.Name)
        {
            draft.Country ??= evidence.Country;
            draft.Offices.AddRange(evidence.Offices.Where(o => !draft.Offices.Contains(o)));
        }
    }

    private string Name(NameRun run)
    {
        var name = text.Text(run.First, run.End);
        return name.Contains('\n', StringComparison.Ordinal)
            ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            : name;
    }

    // A short name means the one person who bears it; of two, the one named last within reach, else nobody.
    private Draft? Short(string name, NameRun run)
    {
        if (!byShort.TryGetValue(name, out var list))
            return null;

        if (list.Count == 1)
            return list[0];

        var near = list.Where(d => d.Mentions.Count > 0).OrderByDescending(d => d.Mentions[^1].First).FirstOrDefault();
        return near is not null && run.First - near.Mentions[^1].First < 200 ? near : null;
    }

    // "Vladimir V. Moor" and "Vladimir Moor": a run whose last word is known and whose first word fits.
    private Draft? Subset(NameRun run)
    {
        var last = text.Text(run.End - 1, run.End);
        return run.Count > 1 && byShort.TryGetValue(last, out var list)
            ? list.FirstOrDefault(d =>
                d.Kind == ActorKind.Person && d.Name.StartsWith(text.Text(run.First, run.First + 1), StringComparison.Ordinal)
            )
            : null;
    }

    // "the president": the one person so far who is introduced with that office and is not said to have left it.
    private void Roles()
    {
        var people = order.Where(d => d.Kind == ActorKind.Person && d.Mentions.Count > 0).ToList();
        var holders = people
            .SelectMany(p => p.Offices.Where(o => o.Status != OfficeStatus.Former).Select(o => (o.Head, Person: p)))
            .GroupBy(x => x.Head, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Select(x => x.Person).Distinct().ToList(), StringComparer.Ordinal);
        foreach (var role in roles.Where(r => r.Definite && r.Status == OfficeStatus.Current))
        {
            if (!holders.TryGetValue(role.Head, out var list))
                continue;

            var fits = list.Where(p => p.Mentions.Any(m => m.First < role.First) && Fits(p, role)).Take(2).ToList();
            if (fits.Count == 1)
                fits[0].Mentions.Add((role.First, role.End));
        }
    }

    private static bool Fits(Draft person, OfficePhrase role) =>
        (role.Of is null || person.Offices.Any(o => o.Of == role.Of || (o.Of ?? "").StartsWith(role.Of, StringComparison.Ordinal)))
        && person.Offices.Any(o =>
            o.Head == role.Head
            && (
                o.Title.Equals(role.Title, StringComparison.OrdinalIgnoreCase)
                || role.Title.Equals(role.Head, StringComparison.OrdinalIgnoreCase)
            )
        );

    private bool[] Taken()
    {
        var taken = new bool[text.Words.Count];
        foreach (var (first, end) in order.SelectMany(d => d.Mentions))
            Array.Fill(taken, true, first, end - first);

        return taken;
    }

    private void AddCommon(string name, ActorKind kind, string? country, int first, int end)
    {
        if (!drafts.TryGetValue(name, out var draft))
        {
            drafts[name] = draft = new Draft(name, kind, country);
            order.Add(draft);
        }

        draft.Mentions.Add((first, end));
    }

    private Actor Finish(Draft draft, int index)
    {
        draft.Mentions.Sort();
        return new Actor
        {
            Id = $"a{index + 1}",
            Name = draft.Name,
            Kind = draft.Kind,
            Country = draft.Country,
            Offices = draft
                .Offices.OrderBy(o => o.First)
                .DistinctBy(o => (o.Title.ToUpperInvariant(), o.Of, o.Status))
                .Select(o => new Office(o.Title, o.Of, o.Status, o.Span(text)))
                .ToList(),
            Mentions = draft.Mentions.Distinct().Select(m => text.Span(m.First, m.End)).ToList(),
        };
    }
}
