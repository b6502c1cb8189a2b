using System.Globalization;

namespace Assay.Dossier;

/// <summary>A linear axis whose positions are percentages of its width, so that a drawing follows the width of the page.</summary>
/// <param name="From">Value at 0 %.</param>
/// <param name="Until">Value at 100 %; above <paramref name="From"/>.</param>
internal sealed record Axis(double From, double Until)
{
    /// <summary>The position of a value in percent, held within the axis.</summary>
    public double At(double value) => Math.Clamp((value - From) / (Until - From) * 100, 0, 100);

    /// <summary>A position as an attribute: <c>12.34%</c>.</summary>
    public string Percent(double value) => Percentage(At(value));

    /// <summary>The width between two values as an attribute; never zero, since a shape without width is not drawn at all.</summary>
    public string Width(double from, double until) => Percentage(Math.Max(0.02, At(until) - At(from)));

    /// <summary>A percentage as an attribute.</summary>
    public static string Percentage(double percent) => percent.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The values to mark: at most <paramref name="most"/>, on the smallest step of <paramref name="steps"/> that allows
    /// it.</summary>
    public IReadOnlyList<double> Ticks(IReadOnlyList<double> steps, int most)
    {
        var step = steps.FirstOrDefault(s => (Until - From) / s <= most, double.NaN);
        if (double.IsNaN(step))
            step = steps[^1] * Math.Ceiling((Until - From) / steps[^1] / most);

        var ticks = new List<double>();
        for (var v = Math.Ceiling(From / step) * step; v <= Until && ticks.Count <= most + 1; v += step)
            ticks.Add(v);

        return ticks;
    }
}
