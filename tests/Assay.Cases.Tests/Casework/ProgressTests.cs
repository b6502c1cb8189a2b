using System.Text;
using Assay.Cases.Casework;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Tests.Casework;

/// <summary>What is told of long work while it goes on, and what is so when it was stopped.</summary>
public sealed class ProgressTests : IDisposable
{
    private const string Pilot = "The pilot left the quay in Tallinn at 7:05 p.m. on 3 May 2021, the harbour office said.";
    private readonly CaseFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void One_large_source_is_told_of_as_it_goes_on()
    {
        var steps = Steps(Long(400), TestContext.Current.CancellationToken, out var taken);
        Assert.True(taken.Succeeded);
        foreach (var stage in new[] { "Reading", "Drafting", "Writing" })
        {
            var told = steps.Where(s => s.Stage == stage && s.Total > 0).ToList();
            Assert.True(told.Count > 5, $"{stage} was told of {told.Count} times.");
            Assert.Equal(told.Select(s => s.Done).Order(), told.Select(s => s.Done));
            Assert.All(told, s => Assert.InRange(s.Done, 0, s.Total));
            Assert.True(told[0].Done < told[0].Total / 2, $"{stage} was first told of at {told[0].Words}.");
        }

        var last = steps.Last(s => s.Stage == "Reading");
        Assert.Equal(("Reading: 1 of 1 source, 400 sentences", last.Total), (last.Words, last.Done));
        Assert.Equal("Opening: 0 of 1 file", steps[0].Words);
        Assert.Equal(["Opening", "Taking the text out", "Reading", "Drafting", "Writing"], steps.Select(s => s.Stage).Distinct());
    }

    [Fact]
    public void One_large_source_is_stopped_in_its_midst()
    {
        using var stop = new CancellationTokenSource();
        var steps = new List<WorkStep>();
        var desk = folder.New(CaseFolder.Sqlite);
        Assert.ThrowsAny<OperationCanceledException>(() =>
            TakeSources.Run(
                desk,
                Long(2000),
                step =>
                {
                    steps.Add(step);
                    if (step.Stage == "Reading")
                        stop.Cancel();
                },
                stop.Token
            )
        );
        Assert.True(steps[^1].Done < steps[^1].Total / 4, $"It was stopped at {steps[^1].Words}.");
        Assert.Empty(CaseFolder.Content(desk).Sources);
    }

    [Theory, MemberData(nameof(Stores))]
    public void Adding_that_is_stopped_keeps_each_file_that_was_taken_whole_and_names_it(string store)
    {
        var desk = folder.New(store);
        using var stop = new CancellationTokenSource();
        var added = AddSources.Run(desk, new AddRequest([]) { Given = new Stopping(Given(9), 3, stop) }, stop.Token).Value;
        Assert.Equal(["1.txt", "2.txt", "3.txt"], added.Added.Select(s => s.File));
        Assert.Equal(ErrorKind.Cancelled, added.Stopped!.Kind);
        Assert.Contains(
            "Stopped after 3 of 9 files. The sources named as added are in the case, each whole",
            added.Stopped.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(added.Added, CaseFolder.Content(desk).Sources);
        CaseFolder.Holds(desk);

        var rest = Work.Add(desk, new AddRequest([]) { Given = Given(9) }).Value;
        Assert.Equal((6, 3), (rest.Added.Count, rest.Known.Count));
        Assert.Null(rest.Stopped);
    }

    [Fact]
    public void Adding_that_is_stopped_before_its_first_file_says_that_the_case_is_as_it_was()
    {
        var desk = folder.New(CaseFolder.Sqlite);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var added = AddSources.Run(desk, new AddRequest([]) { Given = Given(2) }, stop.Token).Value;
        Assert.Empty(added.Added);
        Assert.Contains("before the first file was taken: the case is as it was", added.Stopped!.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<string> Stores => CaseFolder.Stores;

    private List<WorkStep> Steps(AddRequest request, CancellationToken stop, out Result<TakeReply> taken)
    {
        var steps = new List<WorkStep>();
        taken = TakeSources.Run(folder.New(CaseFolder.Sqlite), request, steps.Add, stop);
        return steps;
    }

    private static AddRequest Long(int sentences)
    {
        var told = Enumerable
            .Range(1, sentences)
            .Select(i => Pilot.Replace("7:05", $"{1 + i % 11}:{10 + i % 50}", StringComparison.Ordinal));
        return new AddRequest([]) { Given = [new GivenSource("long.txt", Encoding.UTF8.GetBytes(string.Join("\n\n", told)))] };
    }

    private static List<GivenSource> Given(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new GivenSource($"{i}.txt", Encoding.UTF8.GetBytes($"{Pilot} Number {i}.")))];

    // Sources of which somebody sees some and then stops the work.
    private sealed class Stopping(IReadOnlyList<GivenSource> all, int after, CancellationTokenSource stop) : IReadOnlyList<GivenSource>
    {
        public GivenSource this[int index] => all[index];

        public int Count => all.Count;

        public IEnumerator<GivenSource> GetEnumerator()
        {
            for (var i = 0; i < all.Count; i++)
            {
                if (i == after)
                    stop.Cancel();
                yield return all[i];
            }
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
