using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Language;

/// <summary>Finds for every word, for digits and for every punctuation mark the rules that can begin there, so that all other tokens cost
/// nothing.</summary>
internal sealed class RuleIndex(Lexicon lexicon, Instruction[] program, int classCount, int[] numberClasses)
{
    private readonly Dictionary<int, List<int>> _byWord = [];
    private readonly Dictionary<int, List<int>> _byMark = [];
    private readonly List<int>[] _byClass = [.. Enumerable.Range(0, classCount).Select(_ => new List<int>())];
    private readonly List<int> _byDigits = [];

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
