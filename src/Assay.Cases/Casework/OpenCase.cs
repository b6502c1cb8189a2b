using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Stamps;

namespace Assay.Cases.Casework;

/// <summary>Opens a case.</summary>
public sealed class OpenCase
{
    /// <summary>Opens the case and verifies the end of its journal.</summary>
    /// <param name="place">A file, or a connection to PostgreSQL.</param>
    /// <param name="lake">Directory of the customs books that the case names; null for none.</param>
    /// <param name="largeFrom">The number of drafts from which on it is large (<see cref="OpenedCase.LargeFrom"/>).</param>
    /// <param name="currency">Currency of the amounts of those books; null for the usual one.</param>
    /// <param name="trust">The roots that time stamps are trusted by; null for those of the system.</param>
    /// <param name="beforeTest">Told of each test beside the work before it begins (so it can be held); null for nobody.</param>
    /// <returns>The case; or why it cannot be opened: there is none, it is damaged, or a newer program wrote it.</returns>
    public static Result<OpenedCase> Run(
        string place,
        string? lake = null,
        int largeFrom = OpenedCase.UsuallyLarge,
        string? currency = null,
        StampTrust? trust = null,
        Action? beforeTest = null
    )
    {
        var opened = RunUnverified(place, lake, largeFrom, currency, trust, beforeTest);
        if (!opened.Succeeded)
            return opened;
        var head = opened.Value.Store.VerifyHead();
        if (head.Succeeded)
            return opened;
        opened.Value.Dispose();
        return head.Error;
    }

    /// <summary>Opens a case whose journal may not hold: to find out where.</summary>
    internal static Result<OpenedCase> RunUnverified(
        string place,
        string? lake = null,
        int largeFrom = OpenedCase.UsuallyLarge,
        string? currency = null,
        StampTrust? trust = null,
        Action? beforeTest = null
    )
    {
        var store = CasePlaces.Open(place);
        return store.Succeeded
            ? new OpenedCase(store.Value)
            {
                Lake = lake,
                LargeFrom = largeFrom,
                Currency = currency,
                Trust = trust ?? StampTrust.System,
                BeforeTest = beforeTest,
            }
            : store.Error;
    }
}
