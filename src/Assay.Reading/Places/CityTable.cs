using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Assay.Reading.Text;

namespace Assay.Reading.Places;

/// <summary>
/// The cities, as laid out by <c>eng/gazetteer/generate.mjs</c>: records of fixed length, and spellings in order that are searched in
/// place.
/// Nothing is built on loading but one array of bytes.
/// </summary>
internal sealed class CityTable
{
    private const int RecordLength = 21;
    private static readonly Lazy<CityTable> LazyShared = new(() => Load("Places.Data.cities.bin.gz"));
    private static readonly Lazy<CityTable> LazyTowns = new(() => Load("Places.Data.towns.bin.gz"));
    private readonly byte[] data;
    private readonly string[] zones;
    private readonly int cities;
    private readonly int display;
    private readonly int index;
    private readonly int spellings;
    private readonly int names;

    private CityTable(byte[] data)
    {
        this.data = data;
        if (!data.AsSpan(0, 4).SequenceEqual("ASG1"u8))
            throw new InvalidOperationException("The city table in this build is not one.");
        var at = 6;
        zones = new string[BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(4))];
        for (var i = 0; i < zones.Length; at += 1 + data[at], i++)
            zones[i] = Text(at);
        Count = Int(at);
        cities = at + 4;
        at = cities + Count * RecordLength;
        display = at + 4;
        at = display + Int(at);
        spellings = Int(at);
        index = at + 4;
        names = index + spellings * 8 + 4;
    }

    /// <summary>The table, loaded on first use.</summary>
    public static CityTable Shared => LazyShared.Value;

    /// <summary>The smaller towns, of 1,000 people and more, loaded on first use.</summary>
    public static CityTable Towns => LazyTowns.Value;

    /// <summary>Number of cities.</summary>
    public int Count { get; }

    /// <summary>The cities of a folded name, most people first.</summary>
    public IEnumerable<PlaceCandidate> Find(string folded)
    {
        for (var i = FirstOf(folded); i >= 0 && i < spellings && Compare(i, Encoding.UTF8.GetBytes(folded)) == 0; i++)
            yield return City(Int(index + i * 8 + 4));
    }

    /// <summary>The capital of a country, or null where the table has none.</summary>
    public PlaceCandidate? Capital(string country)
    {
        for (var i = 0; i < Count; i++)
        {
            var record = data.AsSpan(cities + i * RecordLength, RecordLength);
            if (record[16] == 1 && record[14] == country[0] && record[15] == country[1])
                return City(i);
        }
        return null;
    }

    private PlaceCandidate City(int city)
    {
        var at = cities + city * RecordLength;
        var zone = zones[BinaryPrimitives.ReadUInt16LittleEndian(data.AsSpan(at + 12))];
        var country = Encoding.Latin1.GetString(data, at + 14, 2);
        return new PlaceCandidate(
            Text(display + Int(at + 17)),
            PlaceKind.City,
            country,
            Int(at) / 1e5,
            Int(at + 4) / 1e5,
            Int(at + 8),
            data[at + 16] == 1,
            [zone]
        );
    }

    private int FirstOf(string folded)
    {
        var key = Encoding.UTF8.GetBytes(folded);
        var (low, high) = (0, spellings);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Compare(middle, key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low < spellings && Compare(low, key) == 0 ? low : -1;
    }

    private int Compare(int spelling, ReadOnlySpan<byte> key)
    {
        var at = names + Int(index + spelling * 8);
        return data.AsSpan(at + 1, data[at]).SequenceCompareTo(key);
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(at));

    private string Text(int at) => Encoding.UTF8.GetString(data, at + 1, data[at]);

    private static CityTable Load(string file)
    {
        using var packed = ReadingFiles.All.Open(file);
        using var unpacked = new GZipStream(packed, CompressionMode.Decompress);
        using var whole = new MemoryStream(2 << 20);
        unpacked.CopyTo(whole);
        return new CityTable(whole.ToArray());
    }
}
