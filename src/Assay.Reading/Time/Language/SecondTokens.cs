using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Language;

/// <summary>
/// What can follow the first token of a rule, or the number it begins with. Numbers stand all over the news and few of them are times:
/// looking
/// past the number spares nearly all attempts at them. Never excludes what would match.
/// </summary>
internal sealed class SecondToken
{
    /// <summary>What can follow the first token where it is taken alone.</summary>
    public readonly FirstToken Next = new();

    /// <summary>What can follow the whole number that begins at the first token.</summary>
    public readonly FirstToken AfterNumber = new();
}

/// <summary>Finds the <see cref="SecondToken"/> of rules for a first token.</summary>
internal sealed class SecondTokens(Grammar grammar)
{
    /// <summary>What can follow a first token, for each of the rules that can begin with it, and behind them for all the rules
    /// together.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="word">The first token, where it is a word of the lexicon; -1 for digits and marks.</param>
    public SecondToken[] Of(ReadOnlySpan<int> rules, int word)
    {
        var found = new SecondToken[rules.Length + 1];
        var all = found[rules.Length] = new SecondToken();
        for (var i = 0; i < rules.Length; i++)
        {
            found[i] = new SecondToken();
            Follow(grammar.Rules[rules[i]].Entry, word, found[i], []);
            all.Next.Add(found[i].Next);
            all.AfterNumber.Add(found[i].AfterNumber);
        }
        return found;
    }

    private void Follow(int at, int word, SecondToken second, HashSet<int> seen)
    {
        while (seen.Add(at))
        {
            var instruction = grammar.Program[at];
            switch (instruction.Op)
            {
                case Op.Split:
                    Follow(instruction.A, word, second, seen);
                    at = instruction.B;
                    continue;
                case Op.Jump:
                    at = instruction.A;
                    continue;
                case Op.Accept:
                    second.Next.Nothing = true;
                    return;
                case Op.Word or Op.Mark or Op.Class:
                    if (CanBegin(instruction, word))
                        grammar.First.Add(at + 1, second.Next);
                    return;
                case Op.BuiltIn when instruction.A != (int)BuiltIn.Here:
                    if (CanBegin(instruction, word))
                        AfterReader((BuiltIn)instruction.A, at + 1, second);
                    return;
                default:
                    at++;
                    continue;
            }
        }
    }

    private bool CanBegin(Instruction instruction, int word) =>
        instruction.Op switch
        {
            Op.Word => instruction.A == word,
            Op.Class => word >= 0
                && ((grammar.Lexicon[word].Any | grammar.Lexicon[word].Capital | grammar.Lexicon[word].Upper) >> instruction.A & 1) != 0,
            _ => true,
        };

    /// <summary>Numbers are followed by what comes after them; other readers may take more than one token of their own.</summary>
    private void AfterReader(BuiltIn reader, int at, SecondToken second)
    {
        if (reader == BuiltIn.Num)
        {
            grammar.First.Add(at, second.AfterNumber);
            return;
        }
        grammar.First.Add(at, second.Next);
        if (reader is BuiltIn.Ord or BuiltIn.Dom or BuiltIn.Year)
        {
            second.Next.Classes |=
                Bit(grammar.OrdinalSuffixClass) | Bit(grammar.OrdinalClass) | Bit(grammar.NumberClass) | Bit(grammar.MultipleClass);
            second.Next.Marks |= 1UL << ('-' & 63);
        }
        else if (reader == BuiltIn.Anyyear)
            second.Next.Marks |= 1UL << (',' & 63);
    }

    private static ulong Bit(int index) => index < 0 ? 0 : 1UL << index;
}
