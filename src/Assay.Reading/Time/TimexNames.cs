namespace Assay.Reading.Time;

/// <summary>Spellings of TIMEX3 that all formats share.</summary>
public static class TimexNames
{
    /// <summary>The TIMEX3 spelling of a type: <c>DATE</c>, <c>TIME</c>, <c>DURATION</c>, <c>SET</c>.</summary>
    /// <param name="type">The type.</param>
    public static string Of(TimexType type) =>
        type switch
        {
            TimexType.Date => "DATE",
            TimexType.Time => "TIME",
            TimexType.Duration => "DURATION",
            _ => "SET",
        };
}
