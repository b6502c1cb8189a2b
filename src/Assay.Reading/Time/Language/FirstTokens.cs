using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Language;

/// <summary>What the next token has to be for a pattern to go on at some instruction. Never excludes a token that would match.</summary>
internal sealed class FirstToken
{
    /// <summary>Classes of words.</summary>
    public ulong Classes;

    /// <summary>Words, each as the bit of its index modulo 64.</summary>
    public ulong Words;

    /// <summary>Punctuation marks, each as the bit of its code modulo 64.</summary>
    public ulong Marks;

    /// <summary>Any word will do.</summary>
    public bool AnyWord;

    /// <summary>Numbers of digits that will do, each as a bit; the last bit stands for all longer ones.</summary>
    public uint Digits;

    /// <summary>The pattern may be complete without another token.</summary>
    public bool Nothing;

    private const int MostDigits = 31;

    /// <summary>Runs of up to so many digits.</summary>
    public static uint UpTo(int length) => (1U << (length + 1)) - 1;

    /// <summary>Allows what the other allows as well.</summary>
    public void Add(FirstToken other)
    {
        Classes |= other.Classes;
        Words |= other.Words;
        Marks |= other.Marks;
        AnyWord |= other.AnyWord;
        Digits |= other.Digits;
        Nothing |= other.Nothing;
    }

    /// <summary>True where the token may be the next.</summary>
    public bool Allows(in TimeToken token) =>
        Nothing
        || (token.Classes & Classes) != 0
        || token.Kind switch
        {
            TimeTokenKind.Digits => (Digits >> Math.Min(token.Length, MostDigits) & 1) != 0,
            TimeTokenKind.Punctuation => (Marks >> (token.Value & 63) & 1) != 0,
            _ => AnyWord || (token.Word >= 0 && (Words >> (token.Word & 63) & 1) != 0),
        };
}

/// <summary>
/// Finds the <see cref="FirstToken"/> of instructions, each when it is first asked for. The matcher looks one token ahead with it at every
/// branch, so
/// that a pattern full of alternatives is mostly followed without going back.
/// </summary>
internal sealed class FirstTokens(Instruction[] program, ulong numberClasses)
{
    private const uint AnyLength = uint.MaxValue;
    private readonly FirstToken?[] _known = new FirstToken?[program.Length];

    /// <summary>What can come next at an instruction.</summary>
    public FirstToken At(int at) => _known[at] ??= Find(at);

    private FirstToken Find(int at)
    {
        var first = new FirstToken();
        Follow(at, first, []);
        return first;
    }

    /// <summary>Adds what can come next at an instruction to what is allowed already.</summary>
    public void Add(int at, FirstToken to) => Follow(at, to, []);

    private void Follow(int at, FirstToken first, HashSet<int> seen)
    {
        while (seen.Add(at))
        {
            var instruction = program[at];
            switch (instruction.Op)
            {
                case Op.Split:
                    Follow(instruction.A, first, seen);
                    at = instruction.B;
                    continue;
                case Op.Jump:
                    at = instruction.A;
                    continue;
                case Op.Accept:
                    first.Nothing = true;
                    return;
                case Op.Word:
                    first.Words |= 1UL << (instruction.A & 63);
                    return;
                case Op.Class:
                    first.Classes |= 1UL << instruction.A;
                    return;
                case Op.Mark:
                    first.Marks |= 1UL << (instruction.A & 63);
                    return;
                case Op.BuiltIn when instruction.A != (int)BuiltIn.Here:
                    Reader((BuiltIn)instruction.A, first);
                    return;
                default:
                    at++;
                    continue;
            }
        }
    }

    /// <summary>Readers begin with digits or with a word for a number, but for those that take any word.</summary>
    private void Reader(BuiltIn reader, FirstToken first)
    {
        if (reader is BuiltIn.Cap or BuiltIn.Any)
        {
            first.AnyWord = true;
            return;
        }
        first.Digits |= reader switch
        {
            BuiltIn.Year or BuiltIn.Decadeyear or BuiltIn.Fourdigits or BuiltIn.Military => 1U << 4,
            BuiltIn.Two or BuiltIn.Minute or BuiltIn.Second => 1U << 2,
            BuiltIn.Hour or BuiltIn.Hour12 or BuiltIn.Monthnumber or BuiltIn.Daynumber => FirstToken.UpTo(2),
            BuiltIn.Anyyear => FirstToken.UpTo(5),
            _ => AnyLength,
        };
        first.Classes |= numberClasses;
    }
}
