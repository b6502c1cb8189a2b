using System.Globalization;
using System.Runtime.CompilerServices;
using Assay.Cases.Wording;

namespace Assay.Html;

/// <summary>
/// Writes HTML through interpolated strings: the literal parts are written as they stand, every hole is escaped. There is no other way to
/// write a value, so none can be forgotten.
/// </summary>
internal sealed class HtmlWriter(TextWriter output)
{
    /// <summary>Writes a piece of HTML with escaped holes.</summary>
#pragma warning disable CA1822 // the handler has already written; it is made with this instance
    public void Write([InterpolatedStringHandlerArgument("")] Piece piece) => _ = piece;
#pragma warning restore CA1822

    /// <summary>Writes a constant piece of HTML.</summary>
    public void Write([System.Diagnostics.CodeAnalysis.ConstantExpected] string html) => output.Write(html);

    /// <summary>Writes one of the program's own files as it stands.</summary>
    public void WriteAsset(Asset asset) => output.Write(asset.Text);

    /// <summary>The handler that writes literals raw and holes escaped.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Piece
    {
        private readonly TextWriter output;

        /// <summary>Called by the compiler.</summary>
        public Piece(int literalLength, int formattedCount, HtmlWriter writer) => output = writer.Output;

        /// <summary>A part of the template.</summary>
        public void AppendLiteral(string literal) => output.Write(literal);

        /// <summary>A text.</summary>
        public void AppendFormatted(string? value) => output.Write(HtmlText.Escape(value));

        /// <summary>A character: without this it would be written as its number.</summary>
        public void AppendFormatted(char value) => AppendFormatted(value.ToString());

        /// <summary>A value of an enumeration, as its name in camel case.</summary>
        public void AppendFormatted<T>(T value)
            where T : struct, Enum => AppendFormatted(EnumNames.Of(value));

        /// <summary>A number.</summary>
        public void AppendFormatted(int value) => output.Write(value.ToString(CultureInfo.InvariantCulture));

        /// <summary>A number, to two decimals.</summary>
        public void AppendFormatted(double value) => output.Write(value.ToString("0.##", CultureInfo.InvariantCulture));
    }

    private TextWriter Output => output;
}
