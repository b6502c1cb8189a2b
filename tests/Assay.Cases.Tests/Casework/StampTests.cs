using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Assay.Reading.Intake.Opening;
using Assay.Reading.Intake.Stamps;
using Assay.Tests.Fixtures;

namespace Assay.Cases.Tests.Casework;

/// <summary>Time stamps in both stores, and bytes that only look like one.</summary>
public sealed class StampTests : IDisposable
{
    private static readonly byte[] Source = Encoding.UTF8.GetBytes("The pilot in Tallinn left the quay at 7:05 p.m. on 3 May 2021.");
    private readonly CaseFolder folder = new();
    private readonly StampAuthority authority = new();

    public static TheoryData<string> Stores => CaseFolder.Stores;

    public void Dispose()
    {
        authority.Dispose();
        folder.Dispose();
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_kept_as_received_and_goes_out_with_the_case_and_comes_back(string store)
    {
        var stamp = StampAuthority.Answer(authority.Token(Source));
        var desk = folder.New(store);
        var added = Work.Add(desk, Given(stamp)).Value;
        Assert.Equal(StampState.NotTrusted, Assert.Single(added.Stamps).Found.State);
        Assert.Equal(stamp, Assert.Single(CaseFolder.Content(desk).Stamps).Content);
        CaseFolder.Holds(desk);
        Assert.Empty(Work.Add(desk, Given(stamp)).Value.Stamps);
        folder.GoesRound(
            desk,
            copy => Assert.Equal(stamp, Assert.Single(copy.Store.Read<CaseContent>(r => r.Content()).Value.Stamps).Content)
        );
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_found_where_something_else_changed_it(string store)
    {
        string[] changes =
        [
            "UPDATE stamps SET content = (SELECT content FROM contents)",
            "UPDATE stamps SET file = 'b.txt.tsr'",
            "UPDATE stamps SET sha256 = 'ab'",
            "DELETE FROM stamps",
        ];
        foreach (var change in changes)
        {
            var place = folder.Place(store);
            var desk = folder.New(place, out var made);
            Work.Add(desk, Given(authority.Token(Source)));
            made.Dispose();
            ArchiveTests.Run(place, store, change);
            Assert.Contains(
                VerifyCase.Run(place).Value.Faults,
                f =>
                    f.Where.StartsWith("time stamp ", StringComparison.Ordinal) && f.Where.EndsWith(" of entry 3", StringComparison.Ordinal)
            );
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public void Is_taken_by_a_case_of_the_form_before_after_it_was_opened(string store)
    {
        var place = folder.Place(store);
        var desk = folder.New(place, out var made);
        Work.Add(desk, new AddRequest([folder.Night]));
        var head = CaseFolder.Content(desk).Head;
        made.Dispose();
        ArchiveTests.Run(
            place,
            store,
            "DROP TABLE stamps",
            store == CaseFolder.Sqlite ? "PRAGMA user_version = 2" : "UPDATE form SET number = 2"
        );
        var opened = new Desk(folder.Open(place), "Ada", folder.Clock);
        Assert.Equal(head, CaseFolder.Content(opened).Head);
        Assert.Single(Work.Add(opened, Given(authority.Token(Source))).Value.Stamps);
        CaseFolder.Holds(opened);
    }

    [Fact]
    public void Goes_to_the_file_it_is_over_where_several_have_its_name()
    {
        var other = Encoding.UTF8.GetBytes("The guard in Riga shut the gate at 6:30 p.m. on 3 May 2021.");
        var added = Work.Add(
            folder.New(CaseFolder.Sqlite),
            new AddRequest([]) { Given = [new("a.txt", other), new("a.txt", Source), new("a.txt.tsr", authority.Token(Source))] }
        ).Value;
        Assert.Equal(added.Added[1].Id, Assert.Single(added.Stamps).Source);
    }

    [Fact]
    public void Shows_nothing_else_than_it_did_whatever_byte_of_it_is_changed_and_never_fails()
    {
        var file = folder.File_("root.pem");
        File.WriteAllText(file, authority.RootPem);
        var trust = StampRoots.Of([file]).Value;
        var sound = StampAuthority.Answer(authority.Token(Source));
        var found = StampCheck.Of(sound, Source, trust);
        Assert.Equal(StampState.Trusted, found.State);
        var trusted = 0;
        for (var i = 0; i < sound.Length; i++)
            foreach (var mask in new byte[] { 1, 0x80, 0xFF })
            {
                var changed = sound.ToArray();
                changed[i] ^= mask;
                var now = StampCheck.Of(changed, Source, trust);
                if (now.State != StampState.Trusted)
                    continue;
                Assert.Equal(found, now);
                trusted++;
            }

        // Only what no signature is over may differ: the status of the answer, and how the whole is laid out.
        Assert.InRange(trusted, 0, 40);
        for (var length = 0; length < sound.Length; length++)
            Assert.Equal(StampState.Damaged, StampCheck.Of(sound[..length], Source, trust).State);
    }

    [Fact]
    public void Shows_nothing_when_it_is_signed_and_no_time_stamp()
    {
        var token = authority.Token(Source);
        Assert.Equal("it cannot be read as a time stamp of RFC 3161", Damage(authority.Token(Source, content: "1.2.840.113549.1.7.1")));
        Assert.Equal("it cannot be read as a time stamp of RFC 3161", Damage(Changed(token, SignedTwice)));
        Assert.Equal("it has more than 32 certificates in it", Damage(Changed(token, s => Certified(s, 33))));
        Assert.Equal(StampState.NotTrusted, StampCheck.Of(Changed(token, s => Certified(s, 10)), Source, StampTrust.System).State);
        Assert.StartsWith("it is a request for a time stamp", Damage(StampAuthority.Request(Source)), StringComparison.Ordinal);
        Assert.StartsWith(
            "it has 131073 bytes",
            Damage([.. token, .. new byte[StampCheck.MostBytes + 1 - token.Length]]),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Is_not_over_the_bytes_when_its_hash_is_one_that_is_not_compared()
    {
        var found = StampCheck.Of(authority.Token(Source, hash: HashAlgorithmName.MD5), Source, StampTrust.System);
        Assert.Equal(
            (StampState.OtherBytes, "its hash is by an algorithm that is not compared here (1.2.840.113549.2.5)"),
            (found.State, found.Reason)
        );
    }

    [Fact]
    public void Is_told_when_it_is_the_ninth_with_a_file_or_too_large()
    {
        var stamps = Enumerable
            .Range(0, 9)
            .Select(i => new GivenSource("a.txt.tsr", authority.Token(Source, StampAuthority.InTime.AddSeconds(i))));
        var added = Work.Add(
            folder.New(CaseFolder.Sqlite),
            new AddRequest([]) { Given = [new("a.txt", Source), .. stamps, new("a.txt.tst", new byte[StampCheck.MostBytes + 1])] }
        ).Value;
        Assert.Equal(8, added.Stamps.Count);
        Assert.Contains(added.Refused, e => e.Message.Contains("No more than 8 are taken", StringComparison.Ordinal));
        Assert.Contains(added.Refused, e => e.Message.Contains("It has 131073 bytes; the limit is 131072.", StringComparison.Ordinal));
    }

    [Fact]
    public void Is_not_trusted_when_its_certificate_may_be_used_for_more_than_stamps()
    {
        using var lax = new StampAuthority(isCritical: false);
        var found = StampCheck.Of(lax.Token(Source), Source, StampTrust.System);
        Assert.Equal((StampState.NotTrusted, "the certificate of who signed it is not one for time stamps"), (found.State, found.Reason));
    }

    [Fact]
    public void Never_fails_on_bytes_that_are_none()
    {
        var random = new Random(7);
        byte[] deep = [.. Enumerable.Repeat(new byte[] { 0x30, 0x80 }, 60_000).SelectMany(b => b)];
        byte[] promised = [0x30, 0x84, 0x7F, 0xFF, 0xFF, 0xFF, 0x30, 0x03, 0x02, 0x01, 0x00];
        foreach (var bytes in Enumerable.Range(0, 500).Select(Noise).Append(deep).Append(promised).Append(new byte[1 << 20]))
        {
            var found = StampCheck.Of(bytes, Source, StampTrust.System);
            Assert.Equal((StampState.Damaged, null, null), (found.State, found.By, found.At));
        }

        byte[] Noise(int length)
        {
            var bytes = new byte[length];
            random.NextBytes(bytes);
            if (length > 2)
                (bytes[0], bytes[1]) = (0x30, (byte)(length % 256));
            return bytes;
        }
    }

    private static AddRequest Given(byte[] stamp) => new([]) { Given = [new("a.txt", Source), new("a.txt.tsr", stamp)] };

    private static string? Damage(byte[] stamp)
    {
        var found = StampCheck.Of(stamp, Source, StampTrust.System);
        Assert.Equal((StampState.Damaged, null), (found.State, found.By));
        return found.Reason;
    }

    private static byte[] Changed(byte[] token, Action<SignedCms> change)
    {
        var signed = new SignedCms();
        signed.Decode(token);
        change(signed);
        return signed.Encode();
    }

    private static void SignedTwice(SignedCms signed)
    {
        using var other = SelfMade(0);
        signed.ComputeSignature(new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, other));
    }

    private static void Certified(SignedCms signed, int certificates)
    {
        while (signed.Certificates.Count < certificates)
            signed.AddCertificate(SelfMade(signed.Certificates.Count));
    }

    private static X509Certificate2 SelfMade(int number)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest($"CN=Somebody {number}", key, HashAlgorithmName.SHA256);
        return asked.CreateSelfSigned(StampAuthority.InTime, StampAuthority.InTime.AddYears(1));
    }
}
