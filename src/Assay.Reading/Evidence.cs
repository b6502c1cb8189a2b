namespace Assay.Reading;

/// <summary>
/// What a link rests on (clock to day, clock to event, claim to its events, event to event, voice to seat), strongest first. A verdict is
/// as strong
/// as its weakest link: with a guessed one the claim is not tested.
/// </summary>
public enum Evidence
{
    /// <summary>The words say it.</summary>
    Stated,

    /// <summary>The structure of the text leaves one candidate.</summary>
    Read,

    /// <summary>There are several candidates, and nothing in the text tells which is meant.</summary>
    Guessed,
}
