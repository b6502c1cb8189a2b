using Assay.Reading.Time.Language;

namespace Assay.Reading.Time.Matching;

/// <summary>A slot filled at a token.</summary>
internal readonly record struct Capture(Slot Slot, long Value);

/// <summary>A rule matched on tokens <c>[First, Last)</c>, with its captures in <c>[From, To)</c> of the list beside it.</summary>
internal readonly record struct Match(Rule Rule, int First, int Last, int From, int To);

/// <summary>
/// Finds the expressions of a token list: at every token where a rule can begin, the rules are tried and the longest match wins, the
/// earlier
/// rule where two are equally long. Patterns have no unbounded repetition and every attempt has a budget, so the whole is linear.
/// </summary>
internal sealed class Matcher(Grammar grammar)
{
    private const int StepBudget = 4000;
    private const int StackSize = 256;
    private const int MostCaptures = 64;
    private const int Unknown = -1;
    private readonly TokenReaders _readers = new(grammar);
    private readonly FirstTokens _first = grammar.First;
    private readonly NumberReader _numbers = new(grammar);
    private readonly (int At, int Position, int Captures, int End)[] _stack = StackOfThread ??= new (int, int, int, int)[StackSize];
    private readonly Capture[] _captures = CapturesOfThread ??= new Capture[MostCaptures];
    private readonly Capture[] _best = BestOfThread ??= new Capture[MostCaptures];

    /// <summary>The working memory is the largest thing a text would allocate; a thread reads one text at a time.</summary>
    [ThreadStatic]
    private static (int At, int Position, int Captures, int End)[]? StackOfThread;

    [ThreadStatic]
    private static Capture[]? CapturesOfThread;

    [ThreadStatic]
    private static Capture[]? BestOfThread;

    private int _dateEnd = -1;
    private bool _dateHasDay;

    /// <summary>Finds all matches, in order and without overlap.</summary>
    public void FindAll(ReadOnlySpan<TimeToken> tokens, List<Match> matches, List<Capture> captures)
    {
        for (var at = 0; at < tokens.Length; )
        {
            var amount = tokens[at].Kind == TimeTokenKind.Digits ? Amount(tokens, at) : 0;
            if (amount > 0)
            {
                at += amount;
                continue;
            }
            var rules = RulesAt(tokens[at]);
            at = rules.Length == 0 ? at + 1 : FindAt(tokens, at, rules, matches, captures);
        }
    }

    /// <summary>The number of tokens of an amount of money or a percentage, in which no time can stand; 0 where there is none.</summary>
    private int Amount(ReadOnlySpan<TimeToken> tokens, int at)
    {
        var money =
            at > 0
            && tokens[at].Tight
            && tokens[at - 1].Kind == TimeTokenKind.Punctuation
            && tokens[at - 1].Value is '$' or '£' or '€' or '¥';
        if (!money && !(at + 1 < tokens.Length && tokens[at + 1].Is('%')))
            return 0;
        return Math.Max(1, _numbers.Cardinal(tokens, at, out _));
    }

    private ReadOnlySpan<int> RulesAt(in TimeToken token)
    {
        if (token.Word >= 0)
            return grammar.Lexicon[token.Word].Rules;
        if (token.Kind == TimeTokenKind.Digits)
            return grammar.DigitRules;
        return token.Kind == TimeTokenKind.Punctuation && grammar.MarkRules.TryGetValue(token.Value, out var rules) ? rules : [];
    }

    private ReadOnlySpan<SecondToken> SecondsAt(in TimeToken token) =>
        token.Word >= 0 ? grammar.SecondsOf(token.Word)
        : token.Kind == TimeTokenKind.Digits ? grammar.DigitSeconds
        : [];

    private int FindAt(ReadOnlySpan<TimeToken> tokens, int at, ReadOnlySpan<int> rules, List<Match> matches, List<Capture> captures)
    {
        var (bestEnd, bestRule, bestCount) = (at, -1, 0);
        var afterNumber = Unknown;
        var seconds = SecondsAt(tokens[at]);
        if (!seconds.IsEmpty && !CanFollow(tokens, at, seconds[^1], ref afterNumber))
            return at + 1;
        for (var i = 0; i < rules.Length; i++)
        {
            var rule = rules[i];
            if (!seconds.IsEmpty && !CanFollow(tokens, at, seconds[i], ref afterNumber))
                continue;
            if (!_first.At(grammar.Rules[rule].Entry).Allows(tokens[at]))
                continue;
            var end = Run(tokens, at, grammar.Rules[rule].Entry, out var count);
            if (end <= bestEnd || IsAcrossStop(tokens, at, end))
                continue;
            (bestEnd, bestRule, bestCount) = (end, rule, count);
            Array.Copy(_captures, _best, count);
        }
        if (bestRule < 0)
            return at + 1;
        if (grammar.Rules[bestRule].Kind != RuleKind.Nothing)
        {
            matches.Add(new Match(grammar.Rules[bestRule], at, bestEnd, captures.Count, captures.Count + bestCount));
            captures.AddRange(_best.AsSpan(0, bestCount));
        }
        if (grammar.Rules[bestRule].Kind == RuleKind.Date)
            (_dateEnd, _dateHasDay) = (bestEnd, Array.Exists(_best[..bestCount], c => c.Slot == Slot.Dom));
        return bestEnd;
    }

    // "It met at 7.05 p.m. The following morning ...": the stop of the abbreviation ends the sentence.
    private bool IsAcrossStop(ReadOnlySpan<TimeToken> tokens, int at, int end)
    {
        for (var i = at + 1; i < end; i++)
            if (
                (tokens[i].Flags & (TokenFlags.Capital | TokenFlags.Upper)) == TokenFlags.Capital
                && IsLead(tokens[i])
                && IsDotted(tokens[i - 1])
            )
                return true;
        return false;
    }

    private bool IsLead(in TimeToken token) => token.Word >= 0 && grammar.Lexicon[token.Word].IsLead;

    // "p.m." is longer than "pm".
    private bool IsDotted(in TimeToken token) => token.Word >= 0 && token.Length > grammar.Lexicon[token.Word].Form.Length;

    /// <summary>True where the tokens after the first, or after the number that begins there, are such that the rule may match.</summary>
    private bool CanFollow(ReadOnlySpan<TimeToken> tokens, int at, SecondToken second, ref int afterNumber)
    {
        if (at + 1 < tokens.Length ? second.Next.Allows(tokens[at + 1]) : second.Next.Nothing)
            return true;
        if (second.AfterNumber.Nothing)
            return true;
        if (afterNumber == Unknown)
            afterNumber = at + _numbers.Cardinal(tokens, at, out _);
        return afterNumber > at && afterNumber < tokens.Length && second.AfterNumber.Allows(tokens[afterNumber]);
    }

    /// <summary>Runs a pattern at a token. Returns the end of the expression, or -1.</summary>
    private int Run(ReadOnlySpan<TimeToken> tokens, int start, int entry, out int captureCount)
    {
        var program = grammar.Program;
        var (at, position, captures, end, depth) = (entry, start, 0, -1, 0);
        for (var step = 0; step < StepBudget; step++)
        {
            var instruction = program[at];
            bool passed;
            switch (instruction.Op)
            {
                case Op.Jump:
                    at = instruction.A;
                    continue;
                case Op.Split:
                    var viable = CanGoOn(tokens, position, instruction.A);
                    if (viable && depth < StackSize && CanGoOn(tokens, position, instruction.B))
                        _stack[depth++] = (instruction.B, position, captures, end);
                    at = viable ? instruction.A : instruction.B;
                    continue;
                case Op.Accept:
                    captureCount = captures;
                    return end >= 0 ? end : position;
                case Op.End:
                    end = position;
                    passed = true;
                    break;
                case Op.Set:
                    passed = Record((Slot)instruction.B, instruction.A, ref captures);
                    break;
                default:
                    passed = Step(tokens, instruction, start, ref position, ref captures);
                    break;
            }
            if (passed)
                at++;
            else if (depth == 0)
                break;
            else
                (at, position, captures, end) = _stack[--depth];
        }
        captureCount = 0;
        return -1;
    }

    private bool CanGoOn(ReadOnlySpan<TimeToken> tokens, int position, int at)
    {
        var first = _first.At(at);
        return position < tokens.Length ? first.Allows(tokens[position]) : first.Nothing;
    }

    private bool Record(Slot slot, long value, ref int captures)
    {
        if (captures < _captures.Length)
            _captures[captures++] = new Capture(slot, value);
        return true;
    }

    private bool Step(ReadOnlySpan<TimeToken> tokens, Instruction instruction, int start, ref int position, ref int captures)
    {
        if (instruction.Op == Op.Behind)
            return PassesAny(tokens, position - 1, position, instruction.A) == (instruction.B == 1);
        if (instruction.Op == Op.Ahead)
            return PassesAny(tokens, position, position, instruction.A) == (instruction.B == 1);
        if (instruction is { Op: Op.BuiltIn, A: (int)BuiltIn.Here })
            return Record((Slot)instruction.B, position, ref captures);
        if (position >= tokens.Length)
            return false;
        ref readonly var token = ref tokens[position];
        if (position > start && (token.Flags & TokenFlags.Paragraph) != 0)
            return false;
        switch (instruction.Op)
        {
            case Op.Word:
                return token.Word == instruction.A && Advance(1, ref position);
            case Op.Mark:
                return token.Kind == TimeTokenKind.Punctuation && token.Value == instruction.A && Advance(1, ref position);
            case Op.Tight:
                return token.Tight;
            case Op.Class:
                if (!Grammar.Has(token, instruction.A))
                    return false;
                if (instruction.B != 0 && grammar.Sense(token, instruction.A, out var value))
                    Record((Slot)instruction.B, value, ref captures);
                return Advance(1, ref position);
            default:
                var used = _readers.Read((BuiltIn)instruction.A, tokens, position, out var read);
                if (used < 0)
                    return false;
                if (instruction.B != 0)
                    Record((Slot)instruction.B, read, ref captures);
                return Advance(used, ref position);
        }
    }

    private static bool Advance(int by, ref int position)
    {
        position += by;
        return true;
    }

    private bool PassesAny(ReadOnlySpan<TimeToken> tokens, int index, int place, int set)
    {
        foreach (var test in grammar.TestSets[set])
        {
            if (test.Kind == TestKind.SentenceStart)
            {
                if (place >= tokens.Length || (tokens[place].Flags & TokenFlags.Sentence) != 0)
                    return true;
            }
            else if (test.Kind == TestKind.AfterDate)
            {
                if (place > 0 && place - 1 == _dateEnd && test.Value == (_dateHasDay ? 1 : 2))
                    return true;
            }
            else if (index >= 0 && index < tokens.Length && Passes(tokens[index], test))
                return true;
        }
        return false;
    }

    private bool Passes(in TimeToken token, TokenTest test) =>
        test.Kind switch
        {
            TestKind.Word => token.Word == test.Value,
            TestKind.Class => Grammar.Has(token, test.Value),
            TestKind.Mark => token.Kind == TimeTokenKind.Punctuation && token.Value == test.Value,
            TestKind.Digits => token.Kind == TimeTokenKind.Digits,
            TestKind.FourFigures => TokenReaders.MayBeTimeOfDay(token),
            TestKind.OffYears => TokenReaders.MayBeTimeOfDay(token) && token.Value is < 1000 or >= 2100,
            TestKind.Capital => token.Kind == TimeTokenKind.Word && (token.Flags & TokenFlags.Capital) != 0,
            TestKind.Tight => token.Tight && token.Kind == TimeTokenKind.Word && token.Word != grammar.Possessive,
            _ => true,
        };
}
