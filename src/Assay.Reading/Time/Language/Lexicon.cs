using System.Runtime.CompilerServices;

namespace Assay.Reading.Time.Language;

/// <summary>A word's membership in a class, with the value it stands for there.</summary>
/// <param name="Class">Class number.</param>
/// <param name="Value">Value in that class.</param>
internal readonly record struct Sense(int Class, long Value);

/// <summary>A surface form and everything the language file says about it.</summary>
internal sealed class Word(string form)
{
    /// <summary>The form in lower case, without the dots of an abbreviation.</summary>
    public string Form { get; } = form;

    /// <summary>Its classes.</summary>
    public List<Sense> Senses { get; } = [];

    /// <summary>Classes it belongs to in any spelling.</summary>
    public ulong Any;

    /// <summary>Classes it belongs to when it begins with a capital.</summary>
    public ulong Capital;

    /// <summary>Classes it belongs to when it is all capitals.</summary>
    public ulong Upper;

    /// <summary>True where the form is an abbreviation, which takes a following full stop with it.</summary>
    public bool Abbreviation;

    /// <summary>True for a little word that a sentence may begin with: "the", "on".</summary>
    public bool IsLead;

    /// <summary>Rules that can begin with this word, in order; set when the language is compiled.</summary>
    public int[] Rules = [];

    /// <summary>For each of <see cref="Rules"/>, what can follow; made on first use.</summary>
    public SecondToken[]? Seconds;
}

/// <summary>Surface forms in an open hash table that is asked with spans of the text, without regard to case and without
/// allocating.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, int> _byForm = new(StringComparer.Ordinal);
    private readonly List<Word> _words = [];
    private int[] _slots = [];
    private uint[] _hashes = [];

    /// <summary>All words.</summary>
    public IReadOnlyList<Word> Words => _words;

    /// <summary>The word with this index.</summary>
    public Word this[int index] => _words[index];

    /// <summary>Index of a form, added where it is new. The form is in lower case.</summary>
    public int Add(string form)
    {
        if (_byForm.TryGetValue(form, out var index))
            return index;
        index = _words.Count;
        _words.Add(new Word(form));
        _byForm.Add(form, index);
        return index;
    }

    /// <summary>Builds the table. Nothing may be added afterwards.</summary>
    public void Freeze()
    {
        var size = 256;
        while (size < _words.Count * 4)
            size *= 2;
        _slots = new int[size];
        _hashes = new uint[size];
        for (var i = 0; i < _words.Count; i++)
        {
            var hash = HashOf(_words[i].Form);
            var at = (int)(hash & (uint)(size - 1));
            while (_slots[at] != 0)
                at = (at + 1) & (size - 1);
            _slots[at] = i + 1;
            _hashes[at] = hash;
        }
    }

    /// <summary>Start value of <see cref="Step"/>.</summary>
    public const uint Seed = 2166136261;

    /// <summary>One step of the hash, over a lower-case code unit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Step(uint hash, char lower) => (hash ^ lower) * 16777619;

    /// <summary>Index of the word with this hash and these letters in any case, or -1.</summary>
    public int Find(uint hash, ReadOnlySpan<char> letters)
    {
        var mask = _slots.Length - 1;
        for (var at = (int)(hash & (uint)mask); _slots[at] != 0; at = (at + 1) & mask)
        {
            if (_hashes[at] == hash && Same(_words[_slots[at] - 1].Form, letters))
                return _slots[at] - 1;
        }
        return -1;
    }

    private static bool Same(string form, ReadOnlySpan<char> letters)
    {
        if (form.Length != letters.Length)
            return false;
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] != Lower(letters[i]))
                return false;
        }
        return true;
    }

    /// <summary>The lower-case form of a code unit, with typographic apostrophes made plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static char Lower(char c)
    {
        if (c < 128)
            return (uint)(c - 'A') <= 25 ? (char)(c | 0x20) : c;
        return c == '\u2019' ? '\'' : char.ToLowerInvariant(c);
    }

    private static uint HashOf(string form)
    {
        var hash = Seed;
        foreach (var c in form)
            hash = Step(hash, c);
        return hash;
    }
}
