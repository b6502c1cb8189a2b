using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Language;

/// <summary>
/// Compiles the patterns of a language file into instructions. The notation is described at the head of every language file and in
/// <c>docs/time.md</c>.
/// </summary>
internal sealed class PatternCompiler(Lexicon lexicon, Func<string, int> classOf, IReadOnlyDictionary<string, string[]> macros)
{
    private const int DeepestMacro = 12;
    private readonly List<Instruction> _code = [];
    private readonly List<TokenTest[]> _tests = [];

    /// <summary>The program so far.</summary>
    public Instruction[] Program => [.. _code];

    /// <summary>The sets of tests so far.</summary>
    public TokenTest[][] TestSets => [.. _tests];

    /// <summary>Compiles one pattern and returns where it begins.</summary>
    /// <exception cref="FormatException">The pattern is not well formed.</exception>
    public int Compile(string pattern)
    {
        var entry = _code.Count;
        var symbols = Symbols(pattern);
        var at = 0;
        Alternatives(symbols, ref at, 0);
        if (at < symbols.Length)
            throw new FormatException($"unexpected '{symbols[at]}' in pattern: {pattern}");
        Emit(Op.Accept);
        return entry;
    }

    /// <summary>Cuts a pattern into its symbols.</summary>
    public static string[] Symbols(string pattern)
    {
        var symbols = new List<string>();
        for (var at = 0; at < pattern.Length; )
        {
            var c = pattern[at];
            var end = at + 1;
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }
            if (c == '{')
                end = pattern.IndexOf('}', at) + 1;
            else if (c == '@' || IsWordPart(c))
                while (end < pattern.Length && (IsWordPart(pattern[end]) || pattern[end] == '-' && c == '@'))
                    end++;
            else if (c == '"')
                end = pattern.IndexOf('"', at + 1) + 1;
            else if (c == '!' && end < pattern.Length && pattern[end] is '<' or '>')
                end++;
            if (end <= at)
                throw new FormatException($"no end of '{c}' in pattern: {pattern}");
            symbols.Add(pattern[at..end]);
            at = end;
        }
        return [.. symbols];
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '\'';

    private int Emit(Op op, int a = 0, int b = 0)
    {
        _code.Add(new Instruction(op, a, b));
        return _code.Count - 1;
    }

    private void Alternatives(ReadOnlySpan<string> symbols, ref int at, int depth)
    {
        var exits = new List<int>();
        while (true)
        {
            var split = Emit(Op.Split);
            Sequence(symbols, ref at, depth);
            if (at >= symbols.Length || symbols[at] != "|")
            {
                _code[split] = new Instruction(Op.Jump, split + 1, 0);
                break;
            }
            exits.Add(Emit(Op.Jump));
            _code[split] = new Instruction(Op.Split, split + 1, _code.Count);
            at++;
        }
        foreach (var exit in exits)
            _code[exit] = new Instruction(Op.Jump, _code.Count, 0);
    }

    private void Sequence(ReadOnlySpan<string> symbols, ref int at, int depth)
    {
        while (at < symbols.Length && symbols[at] is not ("|" or ")" or "]"))
            Item(symbols, ref at, depth);
    }

    private void Item(ReadOnlySpan<string> symbols, ref int at, int depth)
    {
        var symbol = symbols[at++];
        switch (symbol)
        {
            case "(":
                Alternatives(symbols, ref at, depth);
                Expect(symbols, ref at, ")");
                break;
            case "[":
                var split = Emit(Op.Split);
                Alternatives(symbols, ref at, depth);
                Expect(symbols, ref at, "]");
                _code[split] = new Instruction(Op.Split, split + 1, _code.Count);
                break;
            case "~":
                Emit(Op.Split, _code.Count + 1, _code.Count + 2);
                Emit(Op.Mark, '-');
                break;
            case "_":
                Emit(Op.Tight);
                break;
            case "/":
                Emit(Op.End);
                break;
            case "<" or "!<" or ">" or "!>":
                Emit(symbol.EndsWith('<') ? Op.Behind : Op.Ahead, Tests(symbols, ref at), symbol.Length == 1 ? 1 : 0);
                break;
            default:
                Single(symbol, depth);
                break;
        }
    }

    private static void Expect(ReadOnlySpan<string> symbols, ref int at, string closing)
    {
        if (at >= symbols.Length || symbols[at] != closing)
            throw new FormatException($"missing '{closing}' in pattern: {string.Join(' ', symbols.ToArray())}");
        at++;
    }

    private void Single(string symbol, int depth)
    {
        if (symbol[0] == '{')
            Braces(symbol[1..^1].Trim());
        else if (symbol[0] == '@')
            Macro(symbol[1..], depth);
        else if (symbol[0] == '"')
            Emit(Op.Mark, symbol[1]);
        else if (IsWordPart(symbol[0]) && symbol != "'")
            Emit(Op.Word, lexicon.Add(symbol.ToLowerInvariant()));
        else
            Emit(Op.Mark, symbol[0]);
    }

    private void Macro(string name, int depth)
    {
        if (!macros.TryGetValue(name, out var body))
            throw new FormatException($"no macro @{name}");
        if (depth >= DeepestMacro)
            throw new FormatException($"macro @{name} contains itself");
        var at = 0;
        Alternatives(body, ref at, depth + 1);
    }

    private void Braces(string inside)
    {
        var set = inside.IndexOf('=', StringComparison.Ordinal);
        if (set > 0)
        {
            var target = SlotOf(inside[..set].Trim());
            Emit(Op.Set, checked((int)ValueOf(inside[(set + 1)..].Trim())), (int)target);
            return;
        }
        var colon = inside.IndexOf(':', StringComparison.Ordinal);
        var name = colon < 0 ? inside : inside[..colon];
        var slot =
            colon >= 0 ? SlotOf(inside[(colon + 1)..])
            : Enum.TryParse<Slot>(name, true, out var own) ? own
            : Slot.None;
        var index = classOf(name);
        if (index >= 0)
            Emit(Op.Class, index, (int)slot);
        else if (Enum.TryParse<BuiltIn>(name, true, out var builtIn))
            Emit(Op.BuiltIn, (int)builtIn, (int)slot);
        else
            throw new FormatException($"no class or built-in reader {{{name}}}");
    }

    /// <summary>The slot with this name; <c>_</c> is none.</summary>
    /// <exception cref="FormatException">There is no such slot.</exception>
    public static Slot SlotOf(string name) =>
        name == "_" ? Slot.None
        : Enum.TryParse<Slot>(name, true, out var slot) ? slot
        : throw new FormatException($"no slot {name}");

    /// <summary>The value of a number or a name.</summary>
    /// <exception cref="FormatException">There is no such name.</exception>
    public static long ValueOf(string text) => SlotValues.Parse(text) ?? throw new FormatException($"no value is named {text}");

    private int Tests(ReadOnlySpan<string> symbols, ref int at)
    {
        Expect(symbols, ref at, "(");
        var tests = new List<TokenTest>();
        while (at < symbols.Length && symbols[at] != ")")
        {
            var symbol = symbols[at++];
            if (symbol != "|")
                tests.Add(TestOf(symbol));
        }
        Expect(symbols, ref at, ")");
        _tests.Add([.. tests]);
        return _tests.Count - 1;
    }

    private TokenTest TestOf(string symbol)
    {
        if (symbol[0] == '{')
        {
            var name = symbol[1..^1];
            var index = classOf(name);
            return index >= 0
                ? new TokenTest(TestKind.Class, index)
                : name switch
                {
                    "digits" => new TokenTest(TestKind.Digits, 0),
                    "cap" => new TokenTest(TestKind.Capital, 0),
                    "any" => new TokenTest(TestKind.Any, 0),
                    "start" => new TokenTest(TestKind.SentenceStart, 0),
                    "expr" => new TokenTest(TestKind.AfterDate, 1),
                    "expryear" => new TokenTest(TestKind.AfterDate, 2),
                    "joined" => new TokenTest(TestKind.Tight, 0),
                    "fourfigures" => new TokenTest(TestKind.FourFigures, 0),
                    "offyears" => new TokenTest(TestKind.OffYears, 0),
                    _ => throw new FormatException($"no test {symbol}"),
                };
        }
        if (symbol[0] == '"')
            return new TokenTest(TestKind.Mark, symbol[1]);
        return IsWordPart(symbol[0]) && symbol != "'"
            ? new TokenTest(TestKind.Word, lexicon.Add(symbol.ToLowerInvariant()))
            : new TokenTest(TestKind.Mark, symbol[0]);
    }
}
