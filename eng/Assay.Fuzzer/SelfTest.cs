using System.Text;

namespace Assay.Fuzzer;

/// <summary>A door that breaks in the way that a file asks for: a fuzzer that reports nothing has to be told from one that sees
/// nothing.</summary>
internal static class SelfTest
{
    /// <summary>What the name of such a file ends in.</summary>
    public const string Ending = ".self-test";

    private const int Eaten = 64 << 20;

    /// <summary>Breaks.</summary>
    /// <param name="file">Its one word: throw, hang, eat, die or nothing.</param>
    public static bool Take(Seed file)
    {
        switch (Encoding.ASCII.GetString(file.Bytes))
        {
            case "throw":
                throw new InvalidOperationException("as it was asked to");
            case "hang":
                Thread.Sleep(Timeout.Infinite);
                return false;
            case "eat":
                Eat();
                return false;
            case "die":
                return Deeper(0) > 0;
            default:
                return true;
        }
    }

    private static void Eat()
    {
        var eaten = Enumerable.Range(0, 4).Select(_ => new byte[Eaten]).ToList();
        Thread.Sleep(TimeSpan.FromSeconds(1));
        GC.KeepAlive(eaten);
    }

    private static int Deeper(int depth) => depth < 0 ? depth : Deeper(depth + 1) + Math.Sign(depth);
}
