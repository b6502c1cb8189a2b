using NodaTime;

namespace Assay.Cases.Accounts;

/// <summary>Lengths as accounts and reports write them.</summary>
public static class LengthForm
{
    /// <summary>A length as an ISO 8601 duration such as <c>PT1H30M</c>, with a leading minus where negative.</summary>
    public static string Of(Duration length) => LengthConverter.Form.Format(length);
}
