namespace Assay.Cases.Models;

/// <summary>Why an answer of a model cannot be used.</summary>
public enum ModelFailure
{
    /// <summary>The model would not answer.</summary>
    Refused,

    /// <summary>The answer ends at the limit of its length.</summary>
    CutOff,

    /// <summary>The answer is no JSON.</summary>
    NotJson,

    /// <summary>The answer is JSON of another shape than was asked for.</summary>
    SchemaIgnored,

    /// <summary>The answer is empty.</summary>
    Empty,

    /// <summary>No answer came in time.</summary>
    TimeOut,

    /// <summary>The model was not shown the whole of what it was sent.</summary>
    ContextTooSmall,

    /// <summary>The endpoint asks to be asked less often.</summary>
    RateLimit,

    /// <summary>The answer broke off on its way.</summary>
    StreamBroken,

    /// <summary>Another model answered than before in the same run.</summary>
    ModelChanged,

    /// <summary>The endpoint cannot be reached.</summary>
    Unreachable,

    /// <summary>The endpoint answered with an error of its own.</summary>
    EndpointError,

    /// <summary>The budget is spent; the model was not asked.</summary>
    OverBudget,
}
