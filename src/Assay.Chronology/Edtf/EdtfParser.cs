using Assay.Ground.Outcomes;

namespace Assay.Chronology.Edtf;

/// <summary>Reads whole EDTF texts: decides which kind of value it is, and reads intervals and sets. One pass, linear in the
/// text.</summary>
internal static class EdtfParser
{
    public static Result<EdtfValue> Parse(string text)
    {
        if (string.IsNullOrEmpty(text))
            return EdtfErrors.Empty();
        if (text[0] is '[' or '{')
            return Set(text);
        if (text.Contains('/', StringComparison.Ordinal))
            return Interval(text);
        if (text.Contains('T', StringComparison.Ordinal))
            return EdtfTimeReader.Read(text);
        var date = new EdtfDateReader(text, 0, text.Length).ReadAll();
        return date.Succeeded ? date.Value : date.Error;
    }

    private static Result<EdtfValue> Interval(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var second = text.IndexOf('/', slash + 1);
        if (second >= 0)
            return EdtfErrors.TwoSlashes(second);
        var start = End(text, 0, slash);
        if (!start.Succeeded)
            return start.Error;
        var end = End(text, slash + 1, text.Length);
        if (!end.Succeeded)
            return end.Error;
        if (start.Value.Kind == EdtfEndKind.Unknown && end.Value.Kind == EdtfEndKind.Unknown)
            return EdtfErrors.NothingKnown();
        var interval = new EdtfInterval(start.Value, end.Value);
        return interval.IsBackward ? EdtfErrors.Backward(slash + 1) : interval;
    }

    private static Result<EdtfEnd> End(string text, int from, int to)
    {
        if (from == to)
            return EdtfEnd.Unknown;
        if (text.AsSpan(from, to - from).SequenceEqual(".."))
            return EdtfEnd.Open;
        var date = new EdtfDateReader(text, from, to).ReadAll();
        return date.Succeeded ? EdtfEnd.At(date.Value) : date.Error;
    }

    private static Result<EdtfValue> Set(string text)
    {
        var kind = text[0] == '[' ? EdtfSetKind.OneOf : EdtfSetKind.AllOf;
        var close = kind == EdtfSetKind.OneOf ? ']' : '}';
        if (text[^1] != close)
            return EdtfErrors.Unclosed(text.Length, close);
        var members = new List<EdtfMember>();
        for (var from = 1; from <= text.Length - 1; )
        {
            var comma = text.IndexOf(',', from);
            var to = comma < 0 ? text.Length - 1 : comma;
            var member = Member(text, from, to, isFirst: members.Count == 0, isLast: comma < 0);
            if (!member.Succeeded)
                return member.Error;
            members.Add(member.Value);
            from = to + 1;
            if (comma < 0)
                break;
        }
        return new EdtfSet(kind, members);
    }

    private static Result<EdtfMember> Member(string text, int from, int to, bool isFirst, bool isLast)
    {
        if (from == to)
            return EdtfErrors.EmptyMember(from);
        var dots = text.IndexOf("..", from, to - from, StringComparison.Ordinal);
        if (dots < 0)
        {
            var single = new EdtfDateReader(text, from, to).ReadAll();
            return single.Succeeded ? new EdtfMember(single.Value, single.Value) : single.Error;
        }
        return Range(text, from, dots, to, isFirst, isLast);
    }

    private static Result<EdtfMember> Range(string text, int from, int dots, int to, bool isFirst, bool isLast)
    {
        var openStart = dots == from;
        var openEnd = dots + 2 == to;
        if (openStart && openEnd)
            return EdtfErrors.EmptyMember(from);
        if ((openStart && !isFirst) || (openEnd && !isLast))
            return EdtfErrors.RangeOutside(from);
        EdtfDate? first = null;
        EdtfDate? last = null;
        if (!openStart)
        {
            var read = new EdtfDateReader(text, from, dots).ReadAll();
            if (!read.Succeeded)
                return read.Error;
            first = read.Value;
        }
        if (!openEnd)
        {
            var read = new EdtfDateReader(text, dots + 2, to).ReadAll();
            if (!read.Succeeded)
                return read.Error;
            last = read.Value;
        }
        if (first is null || last is null)
            return new EdtfMember(first, last);
        if (first.Precision != last.Precision)
            return EdtfErrors.UnevenRange(dots + 2);
        return new EdtfInterval(EdtfEnd.At(first), EdtfEnd.At(last)).IsBackward || first.Equals(last)
            ? EdtfErrors.Backward(dots + 2)
            : new EdtfMember(first, last);
    }
}
