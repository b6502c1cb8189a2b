using Assay.Ground.Anchors;
using Assay.Reading.Text;
using CsCheck;

namespace Assay.Reading.Tests.Text;

public sealed class SpanIndexTests
{
    private static readonly Gen<TextSpan> Span = Gen.Select(
        Gen.Int[0, 60],
        Gen.Int[0, 9],
        (start, length) => new TextSpan(start, start + length)
    );

    [Fact]
    public void Finds_what_a_plain_search_finds_whatever_the_spans() =>
        Gen.Select(Span.List[0, 30], Span)
            .Sample(
                (spans, at) =>
                {
                    var index = new SpanIndex<int>(spans.Select((s, i) => (s, i)));
                    var order = Enumerable.Range(0, spans.Count).OrderBy(i => spans[i].Start).ThenBy(i => i).ToList();
                    return index.Overlapping(at).SequenceEqual(order.Where(i => spans[i].Overlaps(at)))
                        && index.Inside(at).SequenceEqual(order.Where(i => at.Contains(spans[i])));
                }
            );

    [Fact]
    public void Finds_a_long_span_that_begins_before_many_short_ones()
    {
        var index = new SpanIndex<string>([
            (new TextSpan(0, 100), "long"),
            .. Enumerable.Range(1, 50).Select(i => (new TextSpan(i, i + 1), "short")),
        ]);
        Assert.Equal(["long"], index.Overlapping(new TextSpan(80, 90)));
    }
}
