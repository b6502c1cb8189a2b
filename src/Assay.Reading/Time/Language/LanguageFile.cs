using System.Collections.Frozen;
using Assay.Reading.Time.Matching;

namespace Assay.Reading.Time.Language;

/// <summary>
/// Reads a language file and compiles it. A file has sections headed <c>== words</c>, <c>== holidays</c>, <c>== zones</c>,
/// <c>== macros</c> and <c>== rules</c>; <c>#</c> begins a comment. A mistake in a file is a mistake of its author: it is reported with
/// its line and stops the start.
/// </summary>
internal sealed class LanguageFile
{
    private const string Leads = "datelead";
    private const int MostClasses = 64;
    private readonly string _name;
    private readonly Lexicon _lexicon = new();
    private readonly Dictionary<string, int> _classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _macros = new(StringComparer.Ordinal);
    private readonly List<Holiday> _holidays = [];
    private readonly List<string[]> _zones = [];
    private readonly List<(string Ending, int Tense)> _tenseSuffixes = [];
    private readonly List<string> _holidayPatterns = [];
    private readonly List<string> _zonePatterns = [];
    private readonly List<(string Name, string Pattern, string Action)> _rules = [];

    private LanguageFile(string name) => _name = name;

    /// <summary>Reads and compiles the language in the text of a file.</summary>
    /// <param name="name">Language tag, for messages.</param>
    /// <param name="text">The text of the file.</param>
    /// <exception cref="FormatException">A line is not well formed.</exception>
    public static Grammar Compile(string name, string text)
    {
        var file = new LanguageFile(name);
        file.ReadLines(text);
        return file.Build();
    }

    private void ReadLines(string text)
    {
        var section = "";
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var trimmed = line.Trim();
            if (trimmed.IsEmpty || trimmed[0] == '#')
                continue;
            try
            {
                if (trimmed.StartsWith("=="))
                    section = trimmed[2..].Trim().ToString();
                else
                    ReadLine(section, trimmed.ToString());
            }
            catch (Exception e) when (e is FormatException or ArgumentException or IndexOutOfRangeException)
            {
                throw new FormatException($"language file {_name}, line {number}: {e.Message}", e);
            }
        }
    }

    private void ReadLine(string section, string line)
    {
        switch (section)
        {
            case "words":
                ReadWords(line);
                break;
            case "holidays":
                ReadHoliday(line);
                break;
            case "zones":
                ReadZone(line);
                break;
            case "suffixes":
                var mark = line.IndexOf(':', StringComparison.Ordinal);
                foreach (var ending in line[(mark + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    _tenseSuffixes.Add((ending, Number(line[..mark].Trim())));
                break;
            case "macros":
                var equals = line.IndexOf('=', StringComparison.Ordinal);
                _macros.Add(line[1..equals].Trim(), PatternCompiler.Symbols(line[(equals + 1)..]));
                break;
            case "rules":
                var colon = line.IndexOf(':', StringComparison.Ordinal);
                var arrow = line.LastIndexOf("=>", StringComparison.Ordinal);
                _rules.Add((line[..colon].Trim(), line[(colon + 1)..arrow], line[(arrow + 2)..].Trim()));
                break;
            default:
                throw new FormatException($"no section '{section}'");
        }
    }

    private int ClassOf(string name) => _classes.TryGetValue(name, out var index) ? index : -1;

    private void ReadWords(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!_classes.TryGetValue(head[0], out var index))
        {
            index = _classes.Count;
            if (index == MostClasses)
                throw new FormatException($"more than {MostClasses} classes");
            _classes.Add(head[0], index);
        }
        var value = head.Length > 1 ? PatternCompiler.ValueOf(head[1]) : 1;
        foreach (var form in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            AddWord(form, index, value).IsLead |= head[0] == Leads;
    }

    private Word AddWord(string form, int index, long value)
    {
        var (capital, upper) = (form[0] == '^', form[0] == '!');
        var bare = capital || upper ? form[1..] : form;
        var word = _lexicon[_lexicon.Add(bare.TrimEnd('.').Replace(".", "", StringComparison.Ordinal).ToLowerInvariant())];
        word.Abbreviation |= bare.IndexOf('.', StringComparison.Ordinal) == bare.Length - 1;
        if (!word.Senses.Exists(s => s.Class == index))
            word.Senses.Add(new Sense(index, value));
        if (upper)
            word.Upper |= 1UL << index;
        else if (capital)
            word.Capital |= 1UL << index;
        else
            word.Any |= 1UL << index;
        return word;
    }

    /// <summary>"12-25: christmas [day]", "11 4x4: thanksgiving" (the fourth Thursday), "easter+1: easter monday", with "*7" for a
    /// week.</summary>
    private void ReadHoliday(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var rule = line[..colon].Trim();
        var star = rule.IndexOf('*', StringComparison.Ordinal);
        var length = star < 0 ? 1 : Number(rule[(star + 1)..]);
        if (star >= 0)
            rule = rule[..star];
        var orthodox = rule.StartsWith("pascha", StringComparison.Ordinal);
        if (orthodox || rule.StartsWith("easter", StringComparison.Ordinal))
            _holidays.Add(new Holiday(0, rule.Length == 6 ? 0 : Number(rule[6..]), 0, length, orthodox));
        else if (rule.Contains('x', StringComparison.Ordinal))
            _holidays.Add(
                new Holiday(
                    Number(rule[..2]),
                    Number(rule[3..rule.IndexOf('x', StringComparison.Ordinal)]),
                    Number(rule[^1..]),
                    length,
                    false
                )
            );
        else
            _holidays.Add(new Holiday(Number(rule[..2]), Number(rule[3..5]), 0, length, false));
        _holidayPatterns.Add($"({line[(colon + 1)..]}) {{holiday={_holidays.Count - 1}}}");
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>"UTC+05:30 UTC+01:00 UTC+02:00: !IST": what it may be, then the pattern, in which a word after "!" is all capitals and one
    /// after "^" begins with one.</summary>
    private void ReadZone(string line)
    {
        var split = line.IndexOf(": ", StringComparison.Ordinal);
        _zones.Add(line[..split].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        var set = $"{{zone={_zones.Count - 1}}}";
        foreach (var form in line[(split + 2)..].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (form[0] is '!' or '^')
                ReadWords($"zone {_zones.Count - 1}: {form}");
            else
                _zonePatterns.Add($"{form} {set}");
        }
    }

    private Grammar Build()
    {
        _macros["holiday"] = PatternCompiler.Symbols(_holidayPatterns.Count == 0 ? "{nothing}" : LongestFirst(_holidayPatterns));
        _macros["zonename"] = PatternCompiler.Symbols(_zonePatterns.Count == 0 ? "{zone}" : LongestFirst(_zonePatterns));
        var possessive = _lexicon.Add("'s");
        var compiler = new PatternCompiler(_lexicon, ClassOf, _macros);
        var rules = new Rule[_rules.Count];
        for (var i = 0; i < rules.Length; i++)
        {
            try
            {
                rules[i] = RuleOf(_rules[i], compiler);
            }
            catch (FormatException e)
            {
                throw new FormatException($"language file {_name}, rule {_rules[i].Name}: {e.Message}", e);
            }
        }
        var program = compiler.Program;
        var index = new RuleIndex(_lexicon, program, _classes.Count, [ClassOf("number"), ClassOf("ordinal"), ClassOf("multiple")]);
        index.Add(rules);
        _lexicon.Freeze();
        return new Grammar
        {
            Language = _name,
            Lexicon = _lexicon,
            Program = program,
            TestSets = compiler.TestSets,
            Rules = rules,
            Possessive = possessive,
            DigitRules = index.Digits,
            MarkRules = index.Marks.ToFrozenDictionary(),
            Holidays = _holidays,
            TenseSuffixes = _tenseSuffixes,
            Zones = _zones,
            Classes = _classes,
        }.Bind();
    }

    /// <summary>Alternatives with the most words first, so that "easter week" is not read as "easter".</summary>
    private static string LongestFirst(List<string> patterns) => string.Join(" | ", patterns.OrderByDescending(Needed));

    /// <summary>Number of words a pattern cannot do without.</summary>
    private static int Needed(string pattern)
    {
        var depth = 0;
        var count = 0;
        foreach (var symbol in PatternCompiler.Symbols(pattern))
        {
            depth +=
                symbol == "[" ? 1
                : symbol == "]" ? -1
                : 0;
            count += depth == 0 && symbol != "]" ? 1 : 0;
        }
        return count;
    }

    private static Rule RuleOf((string Name, string Pattern, string Action) rule, PatternCompiler compiler)
    {
        var parts = rule.Action.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (!Enum.TryParse<RuleKind>(parts[0], true, out var kind))
            throw new FormatException($"no kind of expression '{parts[0]}'");
        var settings = new (Slot, long)[parts.Length - 1];
        for (var i = 1; i < parts.Length; i++)
        {
            var (name, value) = (
                parts[i][..parts[i].IndexOf('=', StringComparison.Ordinal)],
                parts[i][(parts[i].IndexOf('=', StringComparison.Ordinal) + 1)..]
            );
            var slot = PatternCompiler.SlotOf(name);
            settings[i - 1] = (slot, PatternCompiler.ValueOf(value));
        }
        return new Rule(rule.Name, kind, compiler.Compile(rule.Pattern), settings);
    }
}
