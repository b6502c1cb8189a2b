using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Language;

/// <summary>Finds for every word, for digits and for every punctuation mark the rules that can begin there, so that all other tokens cost nothing.</summary>
internal sealed class RuleIndex(Lexicon lexicon, Instruction[] program, int classCount, int[] numberClasses, int[] numberParts)
{
    private readonly Dictionary<int, List<int>> _byWord = [];
    private readonly Dictionary<int, List<int>> _byMark = [];
    private readonly List<int>[] _byClass = [.. Enumerable.Range(0, classCount).Select(_ => new List<int>())];
    private readonly List<int> _byDigits = [];
    private readonly ulong[] _classBits = new ulong[classCount];

    /// <summary>Rules that can begin with digits.</summary>
    public int[] Digits => [.. _byDigits];

    /// <summary>Rules that can begin with a punctuation mark.</summary>
    public Dictionary<int, int[]> Marks => _byMark.ToDictionary(p => p.Key, p => p.Value.ToArray());

    /// <summary>Indexes all rules and gives every word its list.</summary>
    public void Add(Rule[] rules)
    {
        for (var i = 0; i < rules.Length; i++)
            Walk(rules[i].Entry, i, []);
        for (var w = 0; w < lexicon.Words.Count; w++)
        {
            var word = lexicon[w];
            var found = new SortedSet<int>(_byWord.GetValueOrDefault(w, []));
            foreach (var sense in word.Senses)
                found.UnionWith(_byClass[sense.Class]);
            word.Rules = [.. found];
        }
    }

    /// <summary>
    /// What the second token of a match can be, as a filter: bits of words, digits and marks. <see cref="ulong.MaxValue"/> where anything can
    /// follow, or nothing need to. It spares most attempts at common words such as "the".
    /// </summary>
    /// <param name="rules">The rules that can begin at the first token.</param>
    /// <param name="word">The first token, where it is a word of the lexicon; -1 for digits and marks.</param>
    /// <param name="entryOf">Where a rule begins in the program.</param>
    public ulong[] SecondsOf(ReadOnlySpan<int> rules, int word, Func<int, int> entryOf)
    {
        var masks = new ulong[rules.Length];
        var seen = new HashSet<(int, int)>();
        for (var i = 0; i < rules.Length; i++)
        {
            seen.Clear();
            Follow(entryOf(rules[i]), 0, word, ref masks[i], seen);
        }
        return masks;
    }

    /// <summary>The filter bit of a token.</summary>
    public static ulong BitOf(in TimeToken token) => token.Kind switch
    {
        TimeTokenKind.Digits => DigitsBit,
        TimeTokenKind.Punctuation => MarkBit(token.Value),
        _ => token.Word < 0 ? 0 : WordBit(token.Word),
    };

    private const ulong DigitsBit = 1UL << 63;

    private static ulong WordBit(int word) => 1UL << (word * 7 % 53);

    private static ulong MarkBit(int mark) => 1UL << (54 + (mark % 9));

    private void Follow(int at, int depth, int word, ref ulong mask, HashSet<(int, int)> seen)
    {
        if (!seen.Add((at, depth)) || mask == ulong.MaxValue)
            return;
        var instruction = program[at];
        switch (instruction.Op)
        {
            case Op.Split:
                Follow(instruction.A, depth, word, ref mask, seen);
                Follow(instruction.B, depth, word, ref mask, seen);
                break;
            case Op.Jump:
                Follow(instruction.A, depth, word, ref mask, seen);
                break;
            case Op.Accept:
                mask = ulong.MaxValue;
                break;
            case Op.Word or Op.Mark or Op.Class or Op.BuiltIn when !(instruction.Op == Op.BuiltIn && instruction.A == (int)BuiltIn.Here):
                if (depth == 1)
                    mask |= BitsOf(instruction);
                else if (CanBegin(instruction, word))
                    Consume(instruction, at, word, ref mask, seen);
                break;
            default:
                Follow(at + 1, depth, word, ref mask, seen);
                break;
        }
    }

    private bool CanBegin(Instruction instruction, int word) => instruction.Op switch
    {
        Op.Word => instruction.A == word,
        Op.Class => word >= 0 && ((lexicon[word].Any | lexicon[word].Capital | lexicon[word].Upper) >> instruction.A & 1) != 0,
        Op.BuiltIn => word < 0 || lexicon[word].Senses.Exists(s => Array.IndexOf(numberClasses, s.Class) >= 0),
        _ => word < 0,
    };

    private void Consume(Instruction instruction, int at, int word, ref ulong mask, HashSet<(int, int)> seen)
    {
        if (instruction.Op == Op.BuiltIn)
            mask |= NumberBits() | DigitsBit | MarkBit('.') | MarkBit(',') | MarkBit('-') | MarkBit('/');
        Follow(at + 1, 1, word, ref mask, seen);
    }

    private ulong BitsOf(Instruction instruction) => instruction.Op switch
    {
        Op.Word => WordBit(instruction.A),
        Op.Mark => MarkBit(instruction.A),
        Op.Class => ClassBits(instruction.A),
        _ => (BuiltIn)instruction.A is BuiltIn.Cap or BuiltIn.Any ? ulong.MaxValue : NumberBits() | DigitsBit,
    };

    private ulong NumberBits()
    {
        var mask = 0UL;
        foreach (var index in numberClasses)
            mask |= index >= 0 ? ClassBits(index) : 0;
        foreach (var index in numberParts)
            mask |= index >= 0 ? ClassBits(index) : 0;
        return mask;
    }

    private ulong ClassBits(int index)
    {
        var mask = _classBits[index];
        if (mask != 0)
            return mask;
        for (var w = 0; w < lexicon.Words.Count; w++)
        {
            if (((lexicon[w].Any | lexicon[w].Capital | lexicon[w].Upper) >> index & 1) != 0)
                mask |= WordBit(w);
        }
        return _classBits[index] = mask;
    }

    private void Walk(int at, int rule, HashSet<int> seen)
    {
        if (!seen.Add(at))
            return;
        var instruction = program[at];
        switch (instruction.Op)
        {
            case Op.Split:
                Walk(instruction.A, rule, seen);
                Walk(instruction.B, rule, seen);
                break;
            case Op.Jump:
                Walk(instruction.A, rule, seen);
                break;
            case Op.Word:
                AddTo(_byWord, instruction.A, rule);
                break;
            case Op.Mark:
                AddTo(_byMark, instruction.A, rule);
                break;
            case Op.Class:
                AddTo(_byClass[instruction.A], rule);
                break;
            case Op.BuiltIn when instruction.A != (int)BuiltIn.Here:
                AddBuiltIn((BuiltIn)instruction.A, rule);
                break;
            case Op.Accept or Op.End:
                throw new FormatException($"rule number {rule} can match nothing at all");
            default:
                Walk(at + 1, rule, seen);
                break;
        }
    }

    private void AddBuiltIn(BuiltIn builtIn, int rule)
    {
        if (builtIn is BuiltIn.Cap or BuiltIn.Any)
            throw new FormatException($"rule number {rule} begins with any word at all, which would be tried everywhere");
        AddTo(_byDigits, rule);
        if (builtIn is not (BuiltIn.Num or BuiltIn.Ord or BuiltIn.Dom or BuiltIn.Year or BuiltIn.Hour or BuiltIn.Hour12))
            return;
        foreach (var index in numberClasses)
        {
            if (index >= 0)
                AddTo(_byClass[index], rule);
        }
    }

    private static void AddTo(Dictionary<int, List<int>> lists, int key, int rule)
    {
        if (!lists.TryGetValue(key, out var list))
            lists[key] = list = [];
        AddTo(list, rule);
    }

    private static void AddTo(List<int> list, int rule)
    {
        if (list.Count == 0 || list[^1] != rule)
            list.Add(rule);
    }
}
