using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Assay.Trade.Estimation;

/// <summary>
/// Takes the fixed effects out of a column: the weighted least-squares residual of v on all sets of dummies.
/// </summary>
/// <remarks>
/// The lead set is eliminated exactly (weighted means over contiguous runs); what is left, the Schur complement on the other sets, is
/// solved by conjugate gradients preconditioned with its diagonal blocks' weights, which is alternating projections with optimal steps. The
/// unknowns are levels, not observations, so one step is one pass over the data that only reads. Steps start from the coefficients of
/// the previous call for the same column. The work is cut into a fixed number of chunks, so results do not depend on the number of cores.
/// </remarks>
internal sealed class EffectProjector
{
    private const int ChunkFloor = 50_000;

    /// <summary>Squared relative size below which what is left is rounding: a column that the effects explain wholly must also
    /// stop.</summary>
    private const double RoundOff = 1e-27;
    private readonly PoissonSample sample;
    private readonly int[] cuts;
    private readonly double[] leadWeight;
    private readonly double[][] levelWeight;
    private readonly double[][][] sums;
    private readonly double[][] buffers;
    private double[] weights = [];

    /// <summary>A projector for one sample; call <see cref="Weigh"/> before <see cref="Project"/>.</summary>
    public EffectProjector(PoissonSample sample)
    {
        this.sample = sample;
        cuts = Cut(sample.Runs, sample.Count < ChunkFloor ? 1 : 4);
        leadWeight = new double[sample.Runs.Length - 1];
        levelWeight = Zeros();
        sums = [.. Enumerable.Range(0, cuts.Length - 1).Select(_ => Zeros())];
        var longest = 0;
        for (var r = 0; r + 1 < sample.Runs.Length; r++)
            longest = Math.Max(longest, sample.Runs[r + 1] - sample.Runs[r]);
        buffers = [.. sums.Select(_ => new double[longest])];
    }

    /// <summary>Coefficients of the other sets, all zero: a starting point for a column.</summary>
    public double[][] Zeros() => [.. sample.OtherLevels.Select(l => new double[l.Length])];

    /// <summary>Sets the weights (all greater than zero) of the projections that follow.</summary>
    public void Weigh(double[] w)
    {
        weights = w;
        foreach (var level in levelWeight)
            Array.Clear(level);
        for (var r = 0; r < leadWeight.Length; r++)
        {
            var sum = 0.0;
            for (var i = sample.Runs[r]; i < sample.Runs[r + 1]; i++)
                sum += w[i];
            leadWeight[r] = sum;
        }

        for (var s = 0; s < levelWeight.Length; s++)
        {
            var (set, level) = (sample.Others[s], levelWeight[s]);
            for (var i = 0; i < w.Length; i++)
                level[set[i]] += w[i];
        }
    }

    /// <summary>
    /// Writes the residual of <paramref name="v"/> to <paramref name="residual"/> and the lead coefficients to <paramref name="lead"/>;
    /// <paramref name="coefficients"/> holds the start and receives the solution. Returns the number of steps.
    /// </summary>
    public int Project(double[] v, double[][] coefficients, double[] lead, double[] residual, double tolerance, int maxSteps)
    {
        var steps = coefficients.Length == 0 ? 0 : Solve(v, coefficients, tolerance, maxSteps);
        Each(c => Finish(c, v, coefficients, lead, residual));
        return steps;
    }

    private int Solve(double[] v, double[][] x, double tolerance, int maxSteps)
    {
        var (r, z, p) = (Zeros(), Zeros(), Zeros());
        var norm = Gather(v, x, r);
        var rho = Precondition(r, z);
        var stop = (tolerance * tolerance * norm) + (RoundOff * Size(v));
        foreach (var (to, from) in p.Zip(z))
            Array.Copy(from, to, to.Length);
        var ap = Zeros();
        for (var step = 0; step < maxSteps; step++)
        {
            if (!(rho > stop))
                return step;
            Gather(null, p, ap);
            var curvature = -Dot(p, ap);
            if (!(curvature > 0))
                return step;
            var length = rho / curvature;
            Add(x, length, p);
            Add(r, length, ap);
            var next = Precondition(r, z);
            Direct(p, z, next / rho);
            rho = next;
        }

        return maxSteps;
    }

    /// <summary>Per level, the sum of w times (v - coefficients), centred on the lead; returns the sum of w times the square of
    /// it.</summary>
    private double Gather(double[]? v, double[][] x, double[][] into)
    {
        var norms = new double[sums.Length];
        Each(c => norms[c] = x.Length == 2 ? GatherTwo(c, v, x[0], x[1]) : GatherAny(c, v, x));
        for (var s = 0; s < into.Length; s++)
        {
            Array.Copy(sums[0][s], into[s], into[s].Length);
            for (var c = 1; c < sums.Length; c++)
            {
                var from = sums[c][s];
                for (var l = 0; l < from.Length; l++)
                    into[s][l] += from[l];
            }
        }

        return norms.Sum();
    }

    private double GatherTwo(int chunk, double[]? v, double[] xa, double[] xb)
    {
        var (sumA, sumB) = (sums[chunk][0], sums[chunk][1]);
        Array.Clear(sumA);
        Array.Clear(sumB);
        ref var w = ref MemoryMarshal.GetArrayDataReference(weights);
        ref var a = ref MemoryMarshal.GetArrayDataReference(sample.Others[0]);
        ref var b = ref MemoryMarshal.GetArrayDataReference(sample.Others[1]);
        ref var alpha = ref MemoryMarshal.GetArrayDataReference(xa);
        ref var beta = ref MemoryMarshal.GetArrayDataReference(xb);
        ref var accA = ref MemoryMarshal.GetArrayDataReference(sumA);
        ref var accB = ref MemoryMarshal.GetArrayDataReference(sumB);
        ref var buffer = ref MemoryMarshal.GetArrayDataReference(buffers[chunk]);
        var norm = 0.0;
        for (var run = cuts[chunk]; run < cuts[chunk + 1]; run++)
        {
            var (start, length) = (sample.Runs[run], sample.Runs[run + 1] - sample.Runs[run]);
            var sum = 0.0;
            for (var k = 0; k < length; k++)
            {
                var i = start + k;
                var u = -Unsafe.Add(ref alpha, Unsafe.Add(ref a, i)) - Unsafe.Add(ref beta, Unsafe.Add(ref b, i));
                if (v is not null)
                    u += v[i];
                Unsafe.Add(ref buffer, k) = u;
                sum += Unsafe.Add(ref w, i) * u;
            }

            var mean = sum / leadWeight[run];
            for (var k = 0; k < length; k++)
            {
                var i = start + k;
                var u = Unsafe.Add(ref buffer, k) - mean;
                var t = Unsafe.Add(ref w, i) * u;
                norm += t * u;
                Unsafe.Add(ref accA, Unsafe.Add(ref a, i)) += t;
                Unsafe.Add(ref accB, Unsafe.Add(ref b, i)) += t;
            }
        }

        return norm;
    }

    private double GatherAny(int chunk, double[]? v, double[][] x)
    {
        foreach (var sum in sums[chunk])
            Array.Clear(sum);
        var buffer = buffers[chunk];
        var norm = 0.0;
        for (var run = cuts[chunk]; run < cuts[chunk + 1]; run++)
        {
            var (start, end) = (sample.Runs[run], sample.Runs[run + 1]);
            var mean = Centre(start, end, v, x, buffer) / leadWeight[run];
            for (var i = start; i < end; i++)
            {
                var u = buffer[i - start] - mean;
                var t = weights[i] * u;
                norm += t * u;
                for (var s = 0; s < x.Length; s++)
                    sums[chunk][s][sample.Others[s][i]] += t;
            }
        }

        return norm;
    }

    private double Centre(int start, int end, double[]? v, double[][] x, double[] buffer)
    {
        var sum = 0.0;
        for (var i = start; i < end; i++)
        {
            var u = v is null ? 0 : v[i];
            for (var s = 0; s < x.Length; s++)
                u -= x[s][sample.Others[s][i]];
            buffer[i - start] = u;
            sum += weights[i] * u;
        }

        return sum;
    }

    private void Finish(int chunk, double[] v, double[][] x, double[] lead, double[] residual)
    {
        var buffer = buffers[chunk];
        for (var run = cuts[chunk]; run < cuts[chunk + 1]; run++)
        {
            var (start, end) = (sample.Runs[run], sample.Runs[run + 1]);
            var mean = lead[run] = Centre(start, end, v, x, buffer) / leadWeight[run];
            for (var i = start; i < end; i++)
                residual[i] = buffer[i - start] - mean;
        }
    }

    private double Precondition(double[][] r, double[][] z)
    {
        var rho = 0.0;
        for (var s = 0; s < r.Length; s++)
        {
            var (from, to, weight) = (r[s], z[s], levelWeight[s]);
            for (var l = 0; l < from.Length; l++)
            {
                to[l] = from[l] / weight[l];
                rho += to[l] * from[l];
            }
        }

        return rho;
    }

    private static double Dot(double[][] a, double[][] b)
    {
        var sum = 0.0;
        for (var s = 0; s < a.Length; s++)
        for (var l = 0; l < a[s].Length; l++)
            sum += a[s][l] * b[s][l];
        return sum;
    }

    private static void Add(double[][] to, double factor, double[][] from)
    {
        for (var s = 0; s < to.Length; s++)
        for (var l = 0; l < to[s].Length; l++)
            to[s][l] += factor * from[s][l];
    }

    private static void Direct(double[][] p, double[][] z, double factor)
    {
        for (var s = 0; s < p.Length; s++)
        for (var l = 0; l < p[s].Length; l++)
            p[s][l] = z[s][l] + (factor * p[s][l]);
    }

    private void Each(Action<int> work)
    {
        if (sums.Length == 1)
            work(0);
        else
            Parallel.For(0, sums.Length, work);
    }

    private double Size(double[] v)
    {
        var parts = new double[sums.Length];
        Each(c =>
        {
            var sum = 0.0;
            for (var i = sample.Runs[cuts[c]]; i < sample.Runs[cuts[c + 1]]; i++)
                sum += weights[i] * v[i] * v[i];
            parts[c] = sum;
        });
        return parts.Sum();
    }

    private static int[] Cut(int[] runs, int chunks)
    {
        var cuts = new int[chunks + 1];
        cuts[chunks] = runs.Length - 1;
        for (var c = 1; c < chunks; c++)
        {
            var at = Array.BinarySearch(runs, (int)((long)runs[^1] * c / chunks));
            cuts[c] = Math.Clamp(at < 0 ? ~at : at, cuts[c - 1], runs.Length - 1);
        }

        return cuts;
    }
}
