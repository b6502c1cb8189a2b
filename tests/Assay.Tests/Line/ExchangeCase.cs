using System.Collections.Concurrent;

namespace Assay.Tests.Line;

/// <summary>The case that is exported in the tests of exchange.</summary>
internal static class ExchangeCase
{
    /// <summary>Two clocks, a claim, a sign beyond the basic plane, and marks of HTML.</summary>
    public const string Plain =
        "A ship 🚢 lay in the harbour. The harbour office in Riga closed the <b>lock</b> at 11:40 p.m. on 3 May 2021. The barge Selga struck "
        + "the pier at 9:55 p.m. on 3 May 2021, the insurer in London said. The barge struck the pier well before the harbour office closed "
        + "the lock, the owner said.";

    /// <summary>Quotation marks, words from right to left, lines, a formula and backslashes.</summary>
    public const string Awkward =
        "The pilot of the tug “Olga” called the harbour, \"all clear\", at 8:15 p.m. on 3 May 2021.\n\nThe captain שָׁלוֹם Levi 🚢 anchored "
        + "the ferry مرحبا in\nTallinn at 7:05 p.m. on 3 May 2021.\n\n=SUM(A1:A9) was painted on the hull, and the guard in Riga\\Latvia shut the "
        + "gate at 6:30 p.m. on 3 May 2021.\n\n=2+2 boats left the quay in Riga at 5:30 p.m. on 3 May 2021.";

    private static readonly ConcurrentDictionary<string, Lazy<byte[]>> Made = new(StringComparer.Ordinal);

    /// <summary>Puts the case n.assay of texts into a folder, and runs a line there. The case of the same texts is made once.</summary>
    public static AssayProcess.Outcome Make(string folder, string[] texts, string line)
    {
        Write(folder, texts);
        var made = Made.GetOrAdd(string.Join('\0', texts), _ => new Lazy<byte[]>(() => Fresh(texts)));
        File.WriteAllBytes(Path.Combine(folder, "n.assay"), made.Value);
        return new AssayProcess(folder).Run(line);
    }

    private static byte[] Fresh(string[] texts)
    {
        var folder = Directory.CreateTempSubdirectory("assay-exchange-case");
        try
        {
            Write(folder.FullName, texts);
            var ran = new AssayProcess(folder.FullName).Run(
                "$ASSAY case new n.assay && $ASSAY case add n.assay ?.txt && $ASSAY case read n.assay"
            );
            Assert.Equal((0, ""), (ran.Code, ran.Error));
            return File.ReadAllBytes(Path.Combine(folder.FullName, "n.assay"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Write(string folder, string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
            File.WriteAllText(Path.Combine(folder, $"{(char)('a' + i)}.txt"), texts[i]);
    }
}
