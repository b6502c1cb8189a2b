using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Assay.Fuzzer;

/// <summary>Which ways through the code were taken, where the assemblies are instrumented (eng/fuzz.sh does that); else it knows of none,
/// and files are broken blindly.</summary>
internal sealed unsafe class CoverageMap
{
    private const int Ways = 1 << 16;
    private readonly byte* map = (byte*)NativeMemory.AllocZeroed(Ways);
    private readonly byte[] known = new byte[Ways];

    /// <summary>Makes the map, into which instrumented code writes from now on.</summary>
    public CoverageMap() => Trace.SharedMem = map;

    /// <summary>Ways that were taken so far.</summary>
    public int Count { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        NativeMemory.Clear(map, Ways);
        Trace.PrevLocation = 0;
    }

    /// <summary>True where a way was taken that never was, or as often as it never was; times count in powers of two.</summary>
    public bool Learn()
    {
        var isNew = false;
        for (var i = 0; i < Ways; i++)
        {
            if (map[i] == 0)
                continue;
            var times = (byte)(1 << System.Numerics.BitOperations.Log2(map[i]));
            if ((known[i] & times) != 0)
                continue;
            Count += known[i] == 0 ? 1 : 0;
            known[i] |= times;
            isNew = true;
        }

        return isNew;
    }
}
