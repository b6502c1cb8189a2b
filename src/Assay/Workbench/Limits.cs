using Microsoft.AspNetCore.Http.Features;

namespace Assay.Workbench;

/// <summary>How much the workbench takes in one request.</summary>
internal static class Limits
{
    /// <summary>Bytes of a form without files.</summary>
    public const long Form = 1 << 20;

    /// <summary>Bytes of an upload, all files together.</summary>
    public const long Upload = 256L << 20;

    /// <summary>Bytes of one source; those of intake.</summary>
    public const long Source = 64L << 20;

    /// <summary>Characters of a text that is pasted.</summary>
    public const int Paste = 4 << 20;

    /// <summary>Sets the limits of forms.</summary>
    public static void Set(FormOptions options)
    {
        options.ValueLengthLimit = Paste;
        options.KeyLengthLimit = 200;
        options.ValueCountLimit = 200;
        options.MultipartHeadersCountLimit = 8;
        options.MultipartHeadersLengthLimit = 4096;
        options.MultipartBodyLengthLimit = Upload;
        options.BufferBodyLengthLimit = Upload;
    }
}
