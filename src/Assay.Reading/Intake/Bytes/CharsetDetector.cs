using System.Buffers;
using System.Text;
using Assay.Reading.Text;

namespace Assay.Reading.Intake.Bytes;

/// <summary>
/// Tells a single-byte encoding from the characters that the bytes would be in it: the one in which letters, signs and their neighbours are
/// those of a text. The encodings and alphabets are data: <c>Data/charsets.txt</c>.
/// </summary>
internal static class CharsetDetector
{
    /// <summary>Bytes looked at; more say nothing new.</summary>
    private const int Enough = 1 << 18;

    /// <summary>The best must be twenty times as likely as the next, in natural logarithms.</summary>
    private const double Lead = 3;

    private static readonly List<(Encoding Encoding, CharsetAlphabet Alphabet)> Candidates = Load();

    /// <summary>The encoding of bytes that are not UTF-8; null where none or more than one is likely.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="first">Offset of the first byte that is not UTF-8.</param>
    public static Encoding? Detect(ReadOnlySpan<byte> bytes, int first)
    {
        if (IsDamagedUtf8(bytes[..Math.Min(bytes.Length, first + Enough)]))
            return null;
        var start = Math.Max(0, first - 1);
        var sample = bytes.Slice(start, Math.Min(Enough, bytes.Length - start));
        var (best, likelihood, next) = (default(Encoding), double.NegativeInfinity, double.NegativeInfinity);
        foreach (var (encoding, alphabet) in Candidates)
        {
            var found = alphabet.LogLikelihood(encoding.GetString(sample));
            (best, likelihood, next) = found > likelihood ? (encoding, found, likelihood) : (best, likelihood, Math.Max(next, found));
        }
        return likelihood - next >= Lead ? best : null;
    }

    // Sequences of several bytes that are right UTF-8 do not come about by chance as often as wrong ones.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var (right, wrong) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var used);
            if (status != OperationStatus.Done)
                wrong++;
            else if (!rune.IsAscii)
                right++;
            bytes = bytes[used..];
        }
        return right > 0 && right >= wrong;
    }

    private static List<(Encoding Encoding, CharsetAlphabet Alphabet)> Load()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var sections = ReadingFiles.Words("Intake.Bytes.Data.charsets.txt");
        var alphabets = new Dictionary<string, CharsetAlphabet>(StringComparer.Ordinal);
        var candidates = new List<(Encoding, CharsetAlphabet)>();
        foreach (var line in sections["encodings"])
        {
            var (name, letters) = (line.Split(' ')[0], line.Split(' ')[1]);
            if (!alphabets.TryGetValue(letters, out var alphabet))
                alphabets[letters] = alphabet = new CharsetAlphabet(sections[letters], sections["alone"].Contains(letters));
            candidates.Add((Encoding.GetEncoding(name), alphabet));
        }
        return candidates;
    }
}
