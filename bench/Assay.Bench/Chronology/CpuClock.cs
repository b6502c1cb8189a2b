using System.Runtime.InteropServices;

namespace Assay.Bench.Chronology;

/// <summary>Processor time of this process, so that what else the machine does is not counted. Linux only.</summary>
internal static class CpuClock
{
    private const int ProcessTime = 2;

    /// <summary>Milliseconds of processor time since the process started.</summary>
    public static double Milliseconds =>
        clock_gettime(ProcessTime, out var now) == 0
            ? now.Seconds * 1e3 + now.Nanoseconds / 1e6
            : throw new PlatformNotSupportedException(
                "The processor time of this process cannot be read here. Run the benchmark on Linux."
            );

    [DllImport("libc")]
    private static extern int clock_gettime(int clock, out TimeSpec now);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }
}
