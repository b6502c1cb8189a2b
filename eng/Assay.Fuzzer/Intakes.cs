using System.Security.Cryptography.X509Certificates;
using Assay.Cases.Casework;
using Assay.Cases.Drafting;
using Assay.Cases.Exchange.Incoming;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using Assay.Reading.Intake.Stamps;
using Assay.Tests.Fixtures;
using NodaTime;

namespace Assay.Fuzzer;

/// <summary>The doors that files come in by, each by the end of the file's name.</summary>
internal sealed class Intakes : IDisposable
{
    private const string Stamp = ".tsr";
    private const string Account = ".account.json";
    private const string Export = ".case.zip";
    private const string Exchange = ".exchange.";
    private const int CasesFor = 50;
    private readonly string folder = Directory.CreateTempSubdirectory("assay-fuzz-").FullName;
    private readonly StampAuthority authority = new();
    private readonly StampTrust trust;
    private OpenedCase? opened;
    private int taken;

    /// <summary>Makes the doors, and what the files refer to.</summary>
    public Intakes()
    {
        trust = StampTrust.Of(new X509Certificate2Collection(X509Certificate2.CreateFromPem(authority.RootPem)));
        File.WriteAllBytes(Path.Combine(folder, "a.txt"), Seeds.Stamped);
    }

    /// <summary>The files to begin with.</summary>
    public IReadOnlyList<Seed> Begin() => [.. Seeds.Sources(), .. Seeds.Stamps(authority), .. Seeds.Exchanges(), Accounted(), Exported()];

    /// <summary>Takes a file in.</summary>
    /// <param name="file">The file.</param>
    /// <returns>True where it was read, false where it was refused.</returns>
    /// <exception cref="NoSentenceException">It was refused without a sentence that a person can be shown.</exception>
    public bool Take(Seed file) =>
        file.Name switch
        {
            var n when n.EndsWith(SelfTest.Ending, StringComparison.Ordinal) => SelfTest.Take(file),
            var n when n.EndsWith(Stamp, StringComparison.Ordinal) => Stamps(file),
            var n when n.EndsWith(Account, StringComparison.Ordinal) => Accounts(file),
            var n when n.EndsWith(Export, StringComparison.Ordinal) => Exports(file),
            var n when n.Contains(Exchange, StringComparison.Ordinal) => Exchanges(file),
            _ => Sources(file),
        };

    /// <summary>Removes what was made.</summary>
    public void Dispose()
    {
        opened?.Dispose();
        authority.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static bool Sources(Seed file)
    {
        var taken = SourceIntake.Open(file.Bytes, file.Name);
        foreach (var error in taken.Errors)
            Sentences.Hold(error);
        if (taken.Documents.Count == 0 && taken.Errors.Count == 0)
            throw new NoSentenceException("It gave nothing and no reason.");
        return taken.Documents.Count > 0;
    }

    private bool Stamps(Seed file)
    {
        var found = StampCheck.Of(file.Bytes, Seeds.Stamped, trust);
        Sentences.Hold(found.Reason ?? "");
        Sentences.Hold(found.By ?? "");
        return found.State is StampState.Trusted or StampState.NotTrusted;
    }

    private bool Accounts(Seed file)
    {
        var request = new CheckRequest(Path.Combine(folder, "a" + Account), IntakeOptions.Default, new MemoryStream(file.Bytes));
        return Came(CheckAccount.Run(request));
    }

    private bool Exports(Seed file)
    {
        var place = Path.Combine(folder, "import.assay");
        var made = ImportCase.Run(new MemoryStream(file.Bytes), "a" + Export, place);
        if (made.Succeeded)
            made.Value.Dispose();
        else if (File.Exists(place))
            throw new NoSentenceException("It was refused, and a case was made.");
        Remove("import.assay*");
        return Came(made);
    }

    private bool Exchanges(Seed file)
    {
        if (taken++ % CasesFor == 0)
            Anew();
        var import = new ExchangeImport(file.Name, file.Bytes, ImportExchange.Formats[0]);
        return Came(ImportExchange.Run(new Desk(opened!, "fuzzer", SystemClock.Instance), import, CancellationToken.None));
    }

    private static bool Came<T>(Result<T> result)
    {
        if (!result.Succeeded)
            Sentences.Hold(result.Error);
        return result.Succeeded;
    }

    private void Anew()
    {
        opened?.Dispose();
        Remove("work.assay*");
        opened = Made("work.assay");
    }

    private OpenedCase Made(string name)
    {
        var made = CreateCase.Run(new CreateRequest(Path.Combine(folder, name), "fuzzer", "fuzzer"), SystemClock.Instance).Value;
        var desk = new Desk(made, "fuzzer", SystemClock.Instance);
        _ = AddSources.Run(desk, new AddRequest([]) { Given = [new GivenSource("a.txt", Seeds.Stamped)] }).Value;
        _ = ReadCase.Run(desk, new ReadCaseRequest()).Value;
        return made;
    }

    private void Remove(string pattern)
    {
        foreach (var file in Directory.EnumerateFiles(folder, pattern))
            File.Delete(file);
    }

    private Seed Accounted()
    {
        using var written = new MemoryStream();
        var request = new AuditRequest([Path.Combine(folder, "a.txt")], AuditOptions.Default);
        ReadAccount.Write(written, ReadAccount.Run(request).Value.Account);
        return new Seed("a" + Account, written.ToArray());
    }

    private Seed Exported()
    {
        using var made = Made("export.assay");
        using var written = new MemoryStream();
        _ = ExportCase.Run(made, written).Value;
        return new Seed("a" + Export, written.ToArray());
    }
}
