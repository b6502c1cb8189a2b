using Assay.Ground.Outcomes;
using Assay.Trade.Lists;

namespace Assay.Cases.Books;

/// <summary>The code to look up.</summary>
/// <param name="Code">HS or CN code; points and blanks in it are not looked at.</param>
/// <param name="On">The day; null for the latest state of each list.</param>
/// <param name="Lists">Names or paths of lists; empty for all that ship.</param>
public sealed record CodeRequest(string Code, DateOnly? On, IReadOnlyList<string> Lists);

/// <summary>What one list says of a code.</summary>
/// <param name="List">The list.</param>
/// <param name="Found">The entries that cover the code, longest first; empty where none does.</param>
public sealed record ListAnswer(RestrictedList List, IReadOnlyList<Listing> Found)
{
    /// <summary>The entries below it, where none covers it: some of the goods of a heading are listed.</summary>
    public IReadOnlyList<Listing> Below { get; init; } = [];

    /// <summary>Whether the day lies before the version of the list that is held.</summary>
    public bool TooEarly { get; init; }

    /// <summary>Whether it is unknown if the code is listed: nothing covers it, and the list is incomplete or of a later day.</summary>
    public bool Unknown => Found.Count == 0 && (!List.Complete || TooEarly);
}

/// <summary>What the lists say of a code.</summary>
/// <param name="Code">The code in digits only.</param>
/// <param name="Answers">One answer per list, in the order asked for.</param>
public sealed record CodeReply(string Code, IReadOnlyList<ListAnswer> Answers);

/// <summary>Says which lists of restricted goods name a product code on a day.</summary>
public sealed class LookUpCode
{
    private const int Shortest = 2;
    private const int Longest = 10;

    /// <summary>Looks the code up.</summary>
    /// <returns>The answers, or the error where the code is none or a list cannot be read.</returns>
    public static Result<CodeReply> Run(CodeRequest request)
    {
        var code = request.Code.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        if (code.Length is < Shortest or > Longest || !code.All(char.IsAsciiDigit))
            return new Error(ErrorKind.Usage, $"'{code}' is not a product code.", "Give 2 to 10 digits, such as 854231.");
        var answers = new List<ListAnswer>();
        foreach (var name in request.Lists.Count > 0 ? request.Lists : ListCatalogue.Names)
        {
            var list = ListCatalogue.Load(name);
            if (!list.Succeeded)
                return list.Error;
            answers.Add(Answer(list.Value, code, request.On ?? DateOnly.MaxValue));
        }

        return new CodeReply(code, answers);
    }

    private static ListAnswer Answer(RestrictedList list, string code, DateOnly on)
    {
        var found = list.Find(code, on);
        return new ListAnswer(list, found) { Below = found.Count == 0 ? list.Below(code, on) : [], TooEarly = list.IsBefore(on) };
    }
}
