using NodaTime;

namespace Assay.Reading.Places;

/// <summary>Distances on the WGS 84 ellipsoid and the least time to cover them.</summary>
/// <remarks>
/// Inverse formula of T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid", Survey Review 23 (1975), 88-93; below a
/// millimetre of error where it converges. Near antipodes it does not; there the haversine formula on the mean sphere answers, within 0.6
/// %.
/// </remarks>
public static class Geodesic
{
    private const double Major = 6378137.0;
    private const double Flattening = 1 / 298.257223563;
    private const double Minor = Major * (1 - Flattening);
    private const double MeanRadius = 6371008.8;
    private const int MostRounds = 200;

    /// <summary>Distance in kilometres; NaN where a coordinate is unknown.</summary>
    public static double Kilometres(PlaceCandidate from, PlaceCandidate to) =>
        Kilometres(from.Latitude, from.Longitude, to.Latitude, to.Longitude);

    /// <summary>Distance in kilometres between two points given in degrees; NaN where one is NaN.</summary>
    public static double Kilometres(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        if (double.IsNaN(latitude1 + longitude1 + latitude2 + longitude2))
            return double.NaN;
        var difference = double.DegreesToRadians(longitude2 - longitude1);
        var (sinU1, cosU1) = Reduced(latitude1);
        var (sinU2, cosU2) = Reduced(latitude2);
        var lambda = difference;
        for (var round = 0; round < MostRounds; round++)
        {
            var (sinL, cosL) = double.SinCos(lambda);
            var sinSigma = double.Hypot(cosU2 * sinL, cosU1 * sinU2 - sinU1 * cosU2 * cosL);
            if (sinSigma == 0)
                return 0;
            var cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * cosL;
            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinL / sinSigma;
            var cos2Alpha = 1 - sinAlpha * sinAlpha;
            var cos2M = cos2Alpha == 0 ? 0 : cosSigma - 2 * sinU1 * sinU2 / cos2Alpha;
            var c = Flattening / 16 * cos2Alpha * (4 + Flattening * (4 - 3 * cos2Alpha));
            var next =
                difference + (1 - c) * Flattening * sinAlpha * (sigma + c * sinSigma * (cos2M + c * cosSigma * (2 * cos2M * cos2M - 1)));
            if (Math.Abs(next - lambda) < 1e-12)
                return Length(cos2Alpha, sigma, sinSigma, cosSigma, cos2M) / 1000;
            lambda = next;
        }
        return Haversine(latitude1, longitude1, latitude2, longitude2);
    }

    private static (double Sin, double Cos) Reduced(double latitude) =>
        double.SinCos(Math.Atan((1 - Flattening) * Math.Tan(double.DegreesToRadians(latitude))));

    private static double Length(double cos2Alpha, double sigma, double sinSigma, double cosSigma, double cos2M)
    {
        var u2 = cos2Alpha * (Major * Major - Minor * Minor) / (Minor * Minor);
        var a = 1 + u2 / 16384 * (4096 + u2 * (-768 + u2 * (320 - 175 * u2)));
        var b = u2 / 1024 * (256 + u2 * (-128 + u2 * (74 - 47 * u2)));
        var delta =
            b
            * sinSigma
            * (
                cos2M
                + b / 4 * (cosSigma * (2 * cos2M * cos2M - 1) - b / 6 * cos2M * (4 * sinSigma * sinSigma - 3) * (4 * cos2M * cos2M - 3))
            );
        return Minor * a * (sigma - delta);
    }

    private static double Haversine(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        var (p1, p2) = (double.DegreesToRadians(latitude1), double.DegreesToRadians(latitude2));
        var h =
            Math.Pow(Math.Sin((p2 - p1) / 2), 2)
            + Math.Cos(p1) * Math.Cos(p2) * Math.Pow(Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2), 2);
        return 2 * MeanRadius * Math.Asin(Math.Sqrt(Math.Min(1, h))) / 1000;
    }
}
