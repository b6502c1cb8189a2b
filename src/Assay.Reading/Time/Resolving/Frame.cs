using Assay.Reading.Time.Language;
using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Resolving;

/// <summary>The filled slots of one match.</summary>
internal sealed class Frame
{
    private readonly long[] _values = new long[(int)Slot.Count];
    private ulong _filled;

    /// <summary>The match.</summary>
    public Match Match { get; private set; }

    /// <summary>Its rule's kind.</summary>
    public RuleKind Kind => Match.Rule.Kind;

    /// <summary>Fills the slots from a match; what the words say comes before what the rule sets.</summary>
    public void Load(Match match, ReadOnlySpan<Capture> captures)
    {
        Match = match;
        _filled = 0;
        foreach (var (slot, value) in match.Rule.Settings)
            Set(slot, value);
        foreach (var capture in captures)
            Set(capture.Slot, capture.Value);
    }

    /// <summary>True where the slot is filled.</summary>
    public bool Has(Slot slot) => (_filled >> (int)slot & 1) != 0;

    /// <summary>The value of a slot, or the default where it is not filled.</summary>
    public int Get(Slot slot, int otherwise = 0) => Has(slot) ? (int)Math.Clamp(_values[(int)slot], int.MinValue, int.MaxValue) : otherwise;

    /// <summary>The value of a slot in full.</summary>
    public long Long(Slot slot) => Has(slot) ? _values[(int)slot] : 0;

    /// <summary>Fills a slot.</summary>
    public void Set(Slot slot, long value)
    {
        _values[(int)slot] = value;
        _filled |= 1UL << (int)slot;
    }
}
