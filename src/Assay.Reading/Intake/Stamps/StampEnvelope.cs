using System.Formats.Asn1;
using System.Security.Cryptography.Pkcs;

namespace Assay.Reading.Intake.Stamps;

/// <summary>What the bytes of a time stamp hold: a token by itself, or the answer of an authority (RFC 3161, TimeStampResp) with a token in
/// it.</summary>
internal static class StampEnvelope
{
    private const int GrantedWithChanges = 1;

    /// <summary>The token, not looked into.</summary>
    /// <param name="bytes">The bytes as received.</param>
    /// <returns>The token; or why there is none, as the end of a sentence.</returns>
    /// <exception cref="AsnContentException">The bytes are no answer and no token.</exception>
    public static (ReadOnlyMemory<byte> Token, string? Why) Open(byte[] bytes)
    {
        if (IsRequest(bytes))
            return (default, "it is a request for a time stamp, which nobody has signed");
        var whole = new AsnReader(bytes, AsnEncodingRules.BER).PeekEncodedValue();
        var answer = new AsnReader(whole, AsnEncodingRules.BER).ReadSequence();
        if (!answer.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
            return (whole, null);
        var status = answer.ReadSequence().ReadInteger();
        if (status < 0 || status > GrantedWithChanges)
            return (default, $"it is the answer of an authority that refused to stamp (status {status})");
        return answer.HasData ? (answer.ReadEncodedValue(), null) : (default, "it is an answer with no time stamp in it");
    }

    /// <summary>True for a request, which stands where its answer should.</summary>
    public static bool IsRequest(byte[] bytes) =>
        bytes.Length <= StampCheck.MostBytes && Rfc3161TimestampRequest.TryDecode(bytes, out _, out _);
}
