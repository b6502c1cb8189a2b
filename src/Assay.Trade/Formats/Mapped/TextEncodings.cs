using System.Text;

namespace Assay.Trade.Formats.Mapped;

/// <summary>Encodings by their names.</summary>
internal static class TextEncodings
{
    /// <summary>An encoding such as gb18030, shift_jis or windows-1251; null where there is none of that name.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
