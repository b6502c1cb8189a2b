using Assay.Cases.Accounts;

namespace Assay.Cases.Origins;

/// <summary>
/// Compares two texts. They look like one origin where half of the words of the shorter stand in the other in runs of five and more, or a
/// hundred and fifty words that are three tenths of it; where both credit one agency, a quarter; where both have one address, a tenth.
/// Texts of fewer than fifty words say too little, and so do fewer than forty words in common.
/// </summary>
internal static class OriginTies
{
    /// <summary>The fewest words of a text that is compared.</summary>
    public const int LeastWords = 50;

    private const int LeastShared = 40;
    private const int Long = 150;
    private const double Half = 0.5;
    private const double LongShare = 0.3;
    private const double AgencyShare = 0.25;
    private const double AddressShare = 0.1;

    /// <summary>The tie of two texts, or null where they do not look like one origin.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="first">Index of the earlier.</param>
    /// <param name="second">Index of the later.</param>
    public static OriginTie? Of(IReadOnlyList<OriginText> texts, int first, int second)
    {
        var shorter = texts[first].Print.Words <= texts[second].Print.Words ? first : second;
        var (few, many) = (texts[shorter].Print, texts[first + second - shorter].Print);
        var address = Same(texts[first].Address, texts[second].Address);
        var agency = Same(texts[first].Agency, texts[second].Agency);
        var (shared, of) = few.In(many);
        var share = of == 0 ? 0 : (double)shared / of;
        if (!IsOne(shared, of, share, agency is not null, address is not null))
            return null;
        var back = many.In(few);
        var kind = share >= Half && back.Shared >= Half * back.Of ? OriginKind.Copy : OriginKind.Part;
        return new OriginTie(first, second, kind, shorter, shared, share, agency, address);
    }

    private static bool IsOne(int shared, int of, double share, bool isOfAgency, bool isOfAddress)
    {
        if (isOfAddress && share >= AddressShare)
            return true;
        if (of < LeastWords || shared < LeastShared)
            return false;
        return share >= Half || shared >= Long && share >= LongShare || isOfAgency && share >= AgencyShare;
    }

    private static string? Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.Ordinal) ? a : null;
}
