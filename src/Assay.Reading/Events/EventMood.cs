namespace Assay.Reading.Events;

/// <summary>How a clause stands to the world. Only what is actual is an event on the clock; the rest keeps its stance in the
/// ledger.</summary>
public enum EventMood
{
    /// <summary>Told as something that happened.</summary>
    Actual,

    /// <summary>Told as something that did not happen: "had not been tested".</summary>
    Negated,

    /// <summary>Under a condition or against the facts: "would not have arrived until".</summary>
    Conditional,

    /// <summary>Planned, due, ordered or expected: "was due at", "is to open on".</summary>
    Planned,

    /// <summary>What happens as a rule: "leaves daily at".</summary>
    Habitual,
}
