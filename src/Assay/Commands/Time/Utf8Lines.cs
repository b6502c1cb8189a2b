namespace Assay.Commands.Time;

/// <summary>Reads a stream line by line as bytes, holding one line at a time. A line feed ends a line; a carriage return before it is
/// dropped.</summary>
internal sealed class Utf8Lines(Stream stream)
{
    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool finished;

    /// <summary>Number of the line read last, from 1; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Reads the next line. The memory is valid until the next call. False at the end.</summary>
    public bool TryRead(out ReadOnlyMemory<byte> line)
    {
        var searched = start;
        while (true)
        {
            var feed = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (feed >= 0)
                return Take(searched + feed, searched + feed + 1, out line);
            if (finished)
                return start < end ? Take(end, end, out line) : None(out line);
            var kept = end - start;
            Fill();
            searched = start + kept;
        }
    }

    private bool Take(int lineEnd, int next, out ReadOnlyMemory<byte> line)
    {
        var from = Number == 0 && buffer.AsSpan(start, lineEnd - start).StartsWith("\uFEFF"u8) ? start + 3 : start;
        var to = lineEnd > from && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        line = buffer.AsMemory(from, to - from);
        start = next;
        Number++;
        return true;
    }

    private static bool None(out ReadOnlyMemory<byte> line)
    {
        line = default;
        return false;
    }

    private void Fill()
    {
        if (start > 0)
        {
            Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
            Array.Resize(ref buffer, buffer.Length * 2);
        var read = stream.Read(buffer, end, buffer.Length - end);
        end += read;
        finished = read == 0;
    }
}
