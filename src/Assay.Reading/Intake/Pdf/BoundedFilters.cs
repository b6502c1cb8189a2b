using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Assay.Reading.Intake.Pdf;

/// <summary>The library's filters, none of which unpacks more than may be.</summary>
/// <param name="budget">What may be unpacked.</param>
internal sealed class BoundedFilters(IntakeBudget budget) : IFilterProvider
{
    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(DefaultFilterProvider.Instance.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) =>
        Bounded(DefaultFilterProvider.Instance.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Bounded(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters) => filters.Select(f => (IFilter)new Bounds(f, budget)).ToList();

    private sealed class Bounds(IFilter filter, IntakeBudget budget) : IFilter
    {
        private const int MostFilters = 8;
        private const long LargestGain = 1032;
        private const int LargestLzw = 256 * 1024;

        public bool IsSupported => filter.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider provider, int index)
        {
            var isTooMuch = filter switch
            {
                FlateFilter => input.Length * LargestGain > budget.Left && Inflates(input),
                LzwFilter => input.Length > LargestLzw,
                _ => false,
            };
            if (isTooMuch || index >= MostFilters)
                throw new TooMuchUnpackedException();
            var output = filter.Decode(input, dictionary, provider, index);
            return budget.Spend(output.Length) ? output : throw new TooMuchUnpackedException();
        }

        // Measured and thrown away, before the library keeps it.
        private bool Inflates(Memory<byte> input)
        {
            try
            {
                using var stream = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                var (chunk, all) = (new byte[65536], 0L);
                for (int read; (read = stream.Read(chunk)) > 0; )
                    if ((all += read) > budget.Left)
                        return true;
            }
            catch (InvalidDataException)
            {
                // What is broken ends where it breaks.
            }

            return false;
        }
    }
}
