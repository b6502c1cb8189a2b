using MimeKit;

namespace Assay.Reading.Intake.Mail;

/// <summary>Opens what is laid out as a mail.</summary>
internal static class MimeMessages
{
    private const int Deepest = 24;

    /// <summary>Parses a mail, whose parts may lie in each other no deeper than a limit.</summary>
    /// <exception cref="FormatException">The bytes are no mail.</exception>
    public static MimeMessage Parse(byte[] bytes)
    {
        System.Text.Encoding.RegisterProvider(System.Text.CodePagesEncodingProvider.Instance);
        var options = new ParserOptions { MaxMimeDepth = Deepest, RespectContentLength = false };
        return new MimeParser(options, new MemoryStream(bytes), MimeFormat.Entity, persistent: true).ParseMessage();
    }

    /// <summary>The bytes of a part, decoded; null where they are more than may be.</summary>
    public static byte[]? Decoded(MimePart part, IntakeBudget budget)
    {
        if (part.Content is null)
            return [];
        using var open = part.Content.Open();
        return budget.Unpack(open);
    }

    /// <summary>The parts of a body that hold something, in their order, with how deep they lie cut off.</summary>
    public static IEnumerable<MimeEntity> Leaves(MimeEntity? entity)
    {
        var open = new Stack<MimeEntity>();
        if (entity is not null)
            open.Push(entity);
        while (open.TryPop(out var next))
        {
            if (next is Multipart parts)
                for (var i = parts.Count - 1; i >= 0; i--)
                    open.Push(parts[i]);
            else
                yield return next;
        }
    }
}
