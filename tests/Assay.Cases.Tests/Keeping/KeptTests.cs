using Assay.Cases.Keeping;

namespace Assay.Cases.Tests.Keeping;

/// <summary>A thing is known again by its identity, with everything that it was made from.</summary>
public sealed class KeptTests
{
    private readonly Kept<string> kept = new();

    [Fact]
    public void Finds_what_was_made_of_the_very_same_things()
    {
        var (of, from, other) = (new object(), new object(), new object());
        kept.Keep(of, "made", from, null);
        Assert.Equal("made", kept.Find(of, from, null));
        Assert.Null(kept.Find(of, other, null));
        Assert.Null(kept.Find(of, from, other));
        Assert.Null(kept.Find(of, from));
        Assert.Null(kept.Find(other, from, null));
    }

    [Fact]
    public void Takes_no_equal_thing_for_the_same()
    {
        kept.Keep(new string('a', 2), "made");
        Assert.Null(kept.Find(new string('a', 2)));
    }

    [Fact]
    public void Lets_go_of_what_a_turn_did_not_ask_for_once_twice_as_much_is_kept()
    {
        var (asked, left) = (Things(800), Things(800));
        kept.Turn();
        Assert.All(asked, thing => Assert.Equal("made", kept.Find(thing)));
        Assert.All(Things(1700), thing => Assert.Equal("made", kept.Find(thing)));
        kept.Turn();
        Assert.All(asked, thing => Assert.Equal("made", kept.Find(thing)));
        Assert.All(left, thing => Assert.Null(kept.Find(thing)));
    }

    [Fact]
    public void Keeps_a_few_that_nobody_asks_for()
    {
        var few = Things(100);
        for (var turn = 0; turn < 3; turn++)
            kept.Turn();
        Assert.All(few, thing => Assert.Equal("made", kept.Find(thing)));
    }

    private List<object> Things(int count)
    {
        var things = Enumerable.Range(0, count).Select(_ => new object()).ToList();
        foreach (var thing in things)
            kept.Keep(thing, "made");
        return things;
    }
}
