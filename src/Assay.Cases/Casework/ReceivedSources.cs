using System.Security.Cryptography;
using Assay.Cases.Drafting;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Intake.Opening;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Casework;

/// <summary>A source that can be read, about to be kept.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Its bytes as received.</param>
/// <param name="Origin">The file it lay in; null where it is the file that was given.</param>
internal sealed record ReceivedSource(string Name, byte[] Bytes, StoredOrigin? Origin)
{
    /// <summary>Time stamps that stood beside it.</summary>
    public IReadOnlyList<SourceStamp> Stamps { get; init; } = [];

    /// <summary>SHA-256 of its bytes.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));
}

/// <summary>Opens what was given into sources: a document is one; an archive or a mail with attachments holds several, each of which is a
/// source of its own and knows where it lay.</summary>
internal static class ReceivedSources
{
    private static readonly OffsetDateTimePattern Times = OffsetDateTimePattern.ExtendedIso;

    /// <summary>The sources of a file, and what of it cannot be read.</summary>
    /// <param name="given">The file.</param>
    /// <param name="limits">Limits of intake.</param>
    public static (IReadOnlyList<ReceivedSource> Sources, IReadOnlyList<Error> Refused) Of(GivenSource given, IntakeOptions limits)
    {
        var name = Printable.Of(given.Name);
        var read = SoundSources.Guard<OpenedFile>(name, () => SourceIntake.Open(given.Bytes, name, limits, given.Stamps));
        return read.Succeeded ? ([.. read.Value.Documents.Select(d => Of(d, given.Bytes, name))], read.Value.Errors) : ([], [read.Error]);
    }

    /// <summary>Where and when a source comes from, by what came with it.</summary>
    public static SourceOrigin OriginOf(StoredOrigin stored) =>
        new()
        {
            Url = stored.Url,
            Captured = Moment(stored.Captured, stored.CapturedBy),
            Made = Moment(stored.Made, stored.MadeBy),
            Signature = stored.Signature,
        };

    private static ReceivedSource Of(SourceDocument document, byte[] whole, string name)
    {
        if (document.Container is not { } file)
            return new ReceivedSource(name, whole, null) { Stamps = document.Stamps };
        var origin = new StoredOrigin(name, file.Sha256, file.Bytes, file.Format, file.Entry, file.FileName)
        {
            Charset = file.Charset,
            Url = document.Origin.Url,
            Captured = Written(document.Origin.Captured),
            CapturedBy = document.Origin.Captured?.Reason,
            Made = Written(document.Origin.Made),
            MadeBy = document.Origin.Made?.Reason,
            Signature = document.Origin.Signature,
        };
        return new ReceivedSource($"{name} » {Printable.Of(file.Entry)}", document.Received.ToArray(), origin) { Stamps = document.Stamps };
    }

    private static string? Written(Stated<OffsetDateTime>? stated) => stated is null ? null : Times.Format(stated.Value);

    private static Stated<OffsetDateTime>? Moment(string? written, string? by) =>
        written is not null && Times.Parse(written) is { Success: true } moment
            ? new Stated<OffsetDateTime>(moment.Value, null, by ?? "")
            : null;
}
