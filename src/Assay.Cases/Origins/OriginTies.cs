using Assay.Cases.Accounts;

namespace Assay.Cases.Origins;

/// <summary>
/// Compares two texts. They look like one origin where half of the words of the shorter stand in the other in stretches of ten and more;
/// where two sites print them, a hundred and fifty words that are three tenths of it; where both credit one agency, a quarter; where both
/// have one address, a tenth. A site that prints the same background under two reports of its own has written two reports.
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
        var enough =
            agency is not null ? AgencyShare
            : shared >= Long && AreTwoSites(texts[first].Site, texts[second].Site) ? LongShare
            : Half;
        var isOne = address is not null ? share >= AddressShare : of >= LeastWords && shared >= LeastShared && share >= enough;
        if (!isOne)
            return null;
        var back = many.In(few);
        var kind = share >= Half && back.Shared >= Half * back.Of ? OriginKind.Copy : OriginKind.Part;
        return new OriginTie(first, second, kind, shorter, shared, share, agency, address);
    }

    private static bool AreTwoSites(string a, string b) =>
        a.Length > 0 && b.Length > 0 && !string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private static string? Same(string? a, string? b) => a is not null && string.Equals(a, b, StringComparison.Ordinal) ? a : null;
}
