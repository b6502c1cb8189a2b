using System.Globalization;
using Assay.Ground.Outcomes;

namespace Assay.Chronology.Edtf;

/// <summary>Reads a date and time of day.</summary>
internal static class EdtfTimeReader
{
    private const int MaximumOffset = 14 * 60;

    public static Result<EdtfValue> Read(string text)
    {
        var t = text.IndexOf('T', StringComparison.Ordinal);
        var date = new EdtfDateReader(text, 0, t).ReadAll();
        if (!date.Succeeded)
            return date.Error;
        if (date.Value is not { Precision: EdtfPart.Day, IsComplete: true, IsQualified: false })
            return EdtfErrors.DateBeforeTimeNotWhole(t);
        var from = t + 1;
        if (text.Length < from + 8 || text[from + 2] != ':' || text[from + 5] != ':')
            return EdtfErrors.BadTime(from);
        if (
            Two(text, from) is not ({ } hour and < 24)
            || Two(text, from + 3) is not ({ } minute and < 60)
            || Two(text, from + 6) is not ({ } second and < 60)
        )
            return EdtfErrors.BadTime(from);
        var seconds = (hour * 3600) + (minute * 60) + second;
        if (text.Length == from + 8)
            return new EdtfDateTime(date.Value, seconds, null);
        var offset = Offset(text, from + 8);
        return offset is { } known ? new EdtfDateTime(date.Value, seconds, known) : EdtfErrors.BadOffset(from + 8);
    }

    private static EdtfOffset? Offset(string text, int from)
    {
        var rest = text.AsSpan(from);
        if (rest is "Z")
            return new EdtfOffset(0, EdtfOffsetNotation.Z);
        if (rest.Length is not (3 or 6) || rest[0] is not ('+' or '-') || Two(text, from + 1) is not { } hours)
            return null;
        var minutes = 0;
        if (rest.Length == 6)
        {
            if (rest[3] != ':' || Two(text, from + 4) is not ({ } stated and < 60))
                return null;
            minutes = stated;
        }
        var total = ((hours * 60) + minutes) * (rest[0] == '-' ? -1 : 1);
        if (Math.Abs(total) > MaximumOffset || (total == 0 && rest[0] == '-'))
            return null;
        return new EdtfOffset(total, rest.Length == 3 ? EdtfOffsetNotation.Hours : EdtfOffsetNotation.HoursAndMinutes);
    }

    private static int? Two(string text, int from) =>
        int.TryParse(text.AsSpan(from, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
