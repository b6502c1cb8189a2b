using Assay.Trade.Codes;
using Assay.Trade.Flows;
using Assay.Trade.Money;

namespace Assay.Trade.Findings;

/// <summary>What to take out of a column store for an investigation.</summary>
/// <param name="Origin">Reporters of the origin bloc; null means every reporter.</param>
/// <param name="Target">The restricted destination.</param>
/// <param name="Restricted">Restricted codes of any length; a product is restricted when its code starts with one.</param>
public sealed record PanelRequest(IReadOnlyCollection<string>? Origin, string Target, IReadOnlyList<string> Restricted)
{
    /// <summary>Whose reports are the outcome.</summary>
    public OutcomeSide Side { get; init; }

    /// <summary>The flow that holds the outcome: X or M.</summary>
    internal char Outcome => Side == OutcomeSide.Imports ? 'M' : 'X';

    /// <summary>Whether a country belongs to the origin bloc.</summary>
    internal bool IsOrigin(string code) => Origin is null ? code != Target : Origin.Contains(code);

    /// <summary>Whether a reporter's rows hold the outcome: the bloc's members as exporters, everybody else as importers.</summary>
    internal bool ReportsOutcome(string code) =>
        Origin is null || (Side == OutcomeSide.Imports ? !Origin.Contains(code) : Origin.Contains(code));

    /// <summary>M or A.</summary>
    public char Frequency { get; init; } = 'M';

    /// <summary>Currency of the amounts; what is reported in another is converted month by month.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>The rates it is converted by.</summary>
    public ExchangeRates Rates { get; init; } = ExchangeRates.Shipped;

    /// <summary>In what rows are read.</summary>
    internal FlowTerms Terms => new(Frequency, Currency, Rates) { Mass = Mass, Stop = Stop };

    /// <summary>Stops the work wherever it is: an <see cref="OperationCanceledException"/> is thrown within a second or so.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Digits that name a product family: 4, 6 or 8.</summary>
    public int Digits { get; init; } = 6;

    /// <summary>Codes that a revision of the nomenclature split, joined or renumbered, counted as one family; null to leave every code
    /// alone.</summary>
    public CodeFamilies? Families { get; init; }

    /// <summary>The family that a code belongs to: at six digits the codes that revisions tie together, else the first digits.</summary>
    public string FamilyOf(string code)
    {
        var head = code.Length <= Digits ? code : code[..Digits];
        return Digits == 6 && Families?.Find(head) is { } family && family.Members.Any(m => Restricts(m.Code)) ? family.Id : head;
    }

    /// <summary>Whether the family of a code has restricted codes in it.</summary>
    public bool RestrictsFamily(string code) => Restricts(code) || FamilyOf(code).EndsWith('+');

    /// <summary>
    /// Codes that are on any list held, scanned or not: what they cover, or are part of, is no measure of unrestricted trade. Empty to take
    /// whatever is not scanned for a control.
    /// </summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    /// <summary>First period in which the goods are known to have been restricted, whatever date is scanned from; null where it is not
    /// known.</summary>
    public int? InForce { get; init; }

    /// <summary>Whether a code is on a list or has listed codes below it, and so is no control.</summary>
    public bool IsHeld(string code)
    {
        const int heading = 4;
        foreach (var h in Held)
            if (code.StartsWith(h, StringComparison.Ordinal) || (code.Length >= heading && h.StartsWith(code, StringComparison.Ordinal)))
                return true;
        return false;
    }

    /// <summary>True to measure kilograms in place of values.</summary>
    public bool Mass { get; init; }

    /// <summary>Whether <paramref name="code"/> is restricted.</summary>
    public bool Restricts(string code)
    {
        foreach (var r in Restricted)
            if (code.StartsWith(r, StringComparison.Ordinal))
                return true;
        return false;
    }
}
