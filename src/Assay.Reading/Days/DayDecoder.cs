namespace Assay.Reading.Days;

/// <summary>A clock's day as decided.</summary>
/// <param name="State">The day and half.</param>
/// <param name="Margin">Best total less the best total with another day.</param>
/// <param name="Other">The day of the runner-up, or null where it is the unknown one.</param>
internal readonly record struct DecidedDay(DayState State, double Margin, int? Other);

/// <summary>
/// Chooses the days of all clocks of a text together: for every story day and shape the best path over the clocks in reading order, and of
/// these the best.
/// </summary>
internal sealed class DayDecoder
{
    /// <summary>Most days a clock may be on.</summary>
    private const int MostDays = 40;

    /// <summary>Most days weighed as the story's before the best of them are tried, beside the first ones.</summary>
    private const int MostWeighed = 60;

    /// <summary>Most days tried as the story's.</summary>
    private const int MostStories = 12;

    /// <summary>Most steps that are weighed for one shape of all story days together.</summary>
    private const long MostWork = 3_000_000;

    /// <summary>Most steps between states that are weighed for one story day and shape, hours left open not counted.</summary>
    private const int MostSteps = 600_000;

    private readonly IReadOnlyList<ClockPoint> clocks;
    private readonly ClockScore near;
    private readonly StepScore step;
    private readonly StoryScore story;
    private readonly int[] stories;
    private readonly DayState[][] states;
    private readonly double[][] best;
    private double top = double.NegativeInfinity;
    private int[] path = [];

    /// <summary>The story day of the best total, or null.</summary>
    public StoryFrame Frame { get; private set; }

    /// <summary>Decides the days.</summary>
    public DayDecoder(DayWeights weights, IReadOnlyList<DayMention> mentions, IReadOnlyList<ClockPoint> clocks, int? published, int? latest)
    {
        this.clocks = clocks;
        near = new ClockScore(weights, published, clocks);
        step = new StepScore(weights);
        story = new StoryScore(weights, mentions, clocks, published, latest);
        stories = Stories(mentions, published);
        var days = Days(mentions, published);
        states = clocks.Select(c => DayState.Of(c, days)).ToArray();
        best = states.Select(s => Filled(s.Length)).ToArray();
        if (stories.Length == 0)
            Try(new StoryFrame(null, StoryShape.Day), 0);
        foreach (var day in stories.Take(Tried()))
            Try(day);
    }

    // A text of very many clocks has fewer story days tried, the likeliest.
    private int Tried()
    {
        var steps = 1L;
        for (var i = 1; i < states.Length; i++)
            steps += states[i - 1].Length * states[i].Length;
        return (int)Math.Clamp(MostWork / steps, 2, MostStories);
    }

    /// <summary>What was decided for each clock.</summary>
    public DecidedDay[] Result()
    {
        var decided = new DecidedDay[clocks.Count];
        for (var i = 0; i < decided.Length; i++)
        {
            var state = states[i][path[i]];
            var (margin, other) = (double.PositiveInfinity, (int?)null);
            for (var k = 0; k < states[i].Length; k++)
            {
                if (states[i][k].Day == state.Day || top - best[i][k] >= margin)
                    continue;
                (margin, other) = (top - best[i][k], states[i][k].Day);
            }

            decided[i] = new DecidedDay(state, margin, other);
        }

        return decided;
    }

    private static double[] Filled(int length)
    {
        var made = new double[length];
        Array.Fill(made, double.NegativeInfinity);
        return made;
    }

    private int[] Stories(IReadOnlyList<DayMention> mentions, int? published)
    {
        var days = mentions
            .Where(m => m.Written is not null)
            .SelectMany(m => m.IsNight ? new[] { m.Written!.Value, m.Written.Value + 1 } : [m.Written!.Value]);
        // "Tuesday 8 August ... on the Wednesday": weekdays as they lie around each date.
        var dates = mentions
            .Where(m => m is { IsDate: true, IsWeak: false, IsBody: true })
            .Select(m => m.Written)
            .OfType<int>()
            .Distinct()
            .Take(MostStories)
            .ToList();
        days = days.Concat(
            mentions
                .Where(m => m is { IsOpen: true, IsDate: false, IsWeak: false, Said: { Weekday: not null, Day: null } })
                .Take(MostWeighed)
                .SelectMany(m => dates.Select(d => m.Day(d)))
                .OfType<int>()
        );
        if (published is { } written)
            days = days.Append(written);
        var often = days.GroupBy(d => d).OrderByDescending(g => g.Count()).Take(MostWeighed).Select(g => g.Key);
        return often
            .Concat(mentions.Where(m => m is { Written: not null, IsWeak: false }).Take(MostStories).Select(m => m.Written!.Value))
            .Distinct()
            .Select(d => (Day: d, Score: story.Of(d)))
            .OrderByDescending(d => d.Score)
            .ThenBy(d => d.Day)
            .Take(MostStories)
            .Select(d => d.Day)
            .ToArray();
    }

    // The days named, those that weekdays and the like may mean, publication, and the day before and after each.
    private int[] Days(IReadOnlyList<DayMention> mentions, int? published)
    {
        var count = new Dictionary<int, int>();
        void Add(int? day, int weight)
        {
            if (day is { } d)
                count[d] = count.GetValueOrDefault(d) + weight;
        }

        foreach (var mention in mentions)
            Add(mention.Written, mention.IsWeak ? 10 : 100);
        var open = mentions.Where(m => m.IsOpen).DistinctBy(m => (m.Said.Weekday, m.Said.Month, m.Said.Day, m.Published)).ToList();
        foreach (var day in stories)
        foreach (var mention in open)
            Add(mention.Day(day), 20);
        Add(published, 50);
        foreach (var day in stories)
            Add(day, 1000);
        foreach (var off in clocks.Select(c => c.Step ?? 0).Where(off => Math.Abs(off) > 1).Distinct())
        foreach (var day in stories)
            Add(day + off, 20);
        foreach (var (day, weight) in count.ToList())
        {
            Add(day - 1, weight > 900 ? 40 : 1);
            Add(day + 1, weight > 900 ? 40 : 1);
        }

        var most = Math.Clamp((int)Math.Sqrt(MostSteps / (double)Math.Max(1, clocks.Count)) - 1, 2, MostDays);
        return count.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(most).Select(c => c.Key).Order().ToArray();
    }

    private void Try(int day)
    {
        var own = story.Of(day);
        foreach (var shape in Enum.GetValues<StoryShape>())
            Try(new StoryFrame(day, shape), own + story.Of(day, shape));
    }

    private double[][] Steps(StoryFrame frame)
    {
        var steps = new double[clocks.Count][];
        for (var i = 1; i < clocks.Count; i++)
        {
            step.Enter(clocks[i], frame);
            var (from, to) = (states[i - 1], states[i]);
            var made = steps[i] = new double[from.Length * to.Length];
            for (var a = 0; a < from.Length; a++)
            for (var b = 0; b < to.Length; b++)
                made[a * to.Length + b] = step.Of(clocks[i - 1], clocks[i], from[a], to[b]);
        }

        return steps;
    }

    // Forward and backward over the clocks: the best total through each state of each.
    private void Try(StoryFrame frame, double score)
    {
        var steps = Steps(frame);
        var count = clocks.Count;
        var at = new double[count][];
        var forward = new double[count][];
        for (var i = 0; i < count; i++)
        {
            at[i] = new double[states[i].Length];
            for (var k = 0; k < at[i].Length; k++)
                at[i][k] = near.Near(clocks[i], states[i][k], frame) + near.Window(clocks[i], states[i][k], frame);
            forward[i] = i == 0 ? Array.ConvertAll(at[0], s => s + score) : Filled(at[i].Length);
            for (var b = 0; i > 0 && b < at[i].Length; b++)
            {
                for (var a = 0; a < forward[i - 1].Length; a++)
                    forward[i][b] = Math.Max(forward[i][b], forward[i - 1][a] + steps[i][a * at[i].Length + b]);
                forward[i][b] += at[i][b];
            }
        }

        Back(frame, steps, at, forward);
    }

    private void Back(StoryFrame frame, double[][] steps, double[][] at, double[][] forward)
    {
        var backward = new double[at[^1].Length];
        for (var i = at.Length - 1; i >= 0; i--)
        {
            for (var k = 0; k < backward.Length; k++)
                best[i][k] = Math.Max(best[i][k], forward[i][k] + backward[k]);
            if (i == 0)
                break;
            var before = Filled(at[i - 1].Length);
            for (var a = 0; a < before.Length; a++)
            for (var b = 0; b < backward.Length; b++)
                before[a] = Math.Max(before[a], steps[i][a * backward.Length + b] + at[i][b] + backward[b]);
            backward = before;
        }

        var total = forward[^1].Max();
        if (total <= top)
            return;
        (top, Frame) = (total, frame);
        path = Path(steps, at, forward);
    }

    private static int[] Path(double[][] steps, double[][] at, double[][] forward)
    {
        var path = new int[forward.Length];
        path[^1] = Array.IndexOf(forward[^1], forward[^1].Max());
        for (var i = forward.Length - 1; i > 0; i--)
        {
            var to = path[i];
            var wanted = double.NegativeInfinity;
            for (var a = 0; a < forward[i - 1].Length; a++)
            {
                var total = forward[i - 1][a] + steps[i][a * at[i].Length + to];
                if (total > wanted)
                    (wanted, path[i - 1]) = (total, a);
            }
        }

        return path;
    }
}
