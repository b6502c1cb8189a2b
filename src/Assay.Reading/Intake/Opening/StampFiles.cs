using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Stamps;

namespace Assay.Reading.Intake.Opening;

/// <summary>Time stamps that stand beside files.</summary>
public static class StampFiles
{
    private const int MostBeside = 8;
    private static readonly IntakeOptions Limits = IntakeOptions.Default with { MaxBytes = StampCheck.MostBytes };

    /// <summary>The time stamps beside a file on disk, and why some cannot be taken. A request that an authority answered is passed
    /// over.</summary>
    /// <param name="file">The file.</param>
    public static (IReadOnlyList<SourceStamp> Stamps, IReadOnlyList<Error> Errors) Beside(string file)
    {
        var (stamps, errors) = (new List<SourceStamp>(), new List<Error>());
        foreach (var name in StampNames.Of(file).Where(n => SystemFiles.KindOf(n) is not (FileKind.None or FileKind.Folder)))
        {
            var bytes = SourceIntake.ReadBytes(name, Limits);
            if (!bytes.Succeeded)
                errors.Add(NotTaken(name, bytes.Error));
            else if (!StampEnvelope.IsRequest(bytes.Value))
                stamps.Add(new SourceStamp(Printable.Of(name), bytes.Value));
        }

        return (stamps, errors);
    }

    /// <summary>Puts the time stamps among what was given at once to the files they stand beside, by their names.</summary>
    /// <typeparam name="T">What was given.</typeparam>
    /// <param name="given">All of it.</param>
    /// <param name="name">The name of each.</param>
    /// <param name="bytes">The bytes of each.</param>
    /// <param name="shown">A name as messages have it.</param>
    /// <param name="errors">Where it is told which stamps cannot be taken.</param>
    /// <returns>What is no time stamp of another, in its order, with its stamps. Where several files have one name, a stamp is put to those
    /// of them that it stands over, else to all. Requests for a stamp are passed over.</returns>
    public static IReadOnlyList<(T File, IReadOnlyList<SourceStamp> Stamps)> Joined<T>(
        IReadOnlyList<T> given,
        Func<T, string> name,
        Func<T, byte[]> bytes,
        Func<string, string> shown,
        ICollection<Error> errors
    )
    {
        var byName = given.Index().ToLookup(g => name(g.Item), g => g.Index, StringComparer.Ordinal);
        var beside = new SortedDictionary<int, List<SourceStamp>>();
        var isStamp = new bool[given.Count];
        foreach (var (at, one) in given.Index())
        {
            if (StampNames.Stamped(name(one)) is not { } of || !byName.Contains(of))
                continue;
            isStamp[at] = true;
            var stamp = new SourceStamp(Printable.Of(name(one)), bytes(one));
            if (stamp.Bytes.Length > StampCheck.MostBytes)
                errors.Add(TooLarge(shown(stamp.Name), stamp.Bytes.Length));
            else if (!StampEnvelope.IsRequest(stamp.Bytes))
                foreach (var file in Over(stamp, [.. byName[of]]))
                    Put(stamp, beside.TryGetValue(file, out var known) ? known : beside[file] = []);
        }

        return
        [
            .. given
                .Index()
                .Where(g => !isStamp[g.Index])
                .Select(g => (g.Item, (IReadOnlyList<SourceStamp>)(beside.GetValueOrDefault(g.Index) ?? []))),
        ];

        List<int> Over(SourceStamp stamp, List<int> files)
        {
            var over = files.Count == 1 ? files : files.FindAll(f => IsOver(stamp, bytes(given[f])));
            return over.Count > 0 ? over : files;
        }

        void Put(SourceStamp stamp, List<SourceStamp> known)
        {
            if (known.Count < MostBeside)
                known.Add(stamp);
            else
                errors.Add(TooMany(shown(stamp.Name)));
        }
    }

    /// <summary>That stamps of a file were not kept, since the case keeps what lay in it and not the file.</summary>
    /// <param name="name">The file, as messages have it.</param>
    internal static Error OfHolder(string name) =>
        new(
            ErrorKind.Input,
            "The time stamp beside it was not taken: what lay in this file is kept, and the file itself is not.",
            "Keep the file and its stamp where they can be shown together.",
            new Location(name)
        );

    /// <summary>That a stamp came without its file.</summary>
    /// <param name="name">The stamp, as messages have it.</param>
    /// <param name="stamped">The name of its file.</param>
    internal static Error Alone(string name, string stamped) =>
        new(
            ErrorKind.Input,
            "This is a time stamp, and the file that it stands beside was not given with it.",
            $"Give it together with “{Printable.Of(stamped)}”; a file that is there already is not kept twice.",
            new Location(name)
        );

    private static bool IsOver(SourceStamp stamp, byte[] bytes) =>
        StampCheck.Of(stamp.Bytes, bytes, StampTrust.System).State is StampState.NotTrusted or StampState.Trusted;

    private static Error TooLarge(string name, long bytes) =>
        new(
            ErrorKind.Input,
            $"The time stamp was not taken. It has {bytes} bytes; the limit is {StampCheck.MostBytes}.",
            "Check that it is one.",
            new Location(name)
        );

    private static Error TooMany(string name) =>
        new(
            ErrorKind.Input,
            $"The time stamp was not taken. No more than {MostBeside} are taken with one file.",
            "Give it with the file once more, by itself.",
            new Location(name)
        );

    private static Error NotTaken(string name, Error why) =>
        new(ErrorKind.Input, $"The time stamp was not taken. {why.Message}", why.Hint, new Location(Printable.Of(name)));
}
