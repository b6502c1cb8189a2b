namespace Assay.Reading.Days;

/// <summary>What a clock may be: on a day, in one of its halves where the words leave the half open; or on an unknown day.</summary>
/// <param name="Day">The day, or null where it is unknown.</param>
/// <param name="Minute">Minute of the day, the half settled.</param>
/// <param name="IsOtherHalf">True where the hour is read twelve hours from what is written.</param>
internal readonly record struct DayState(int? Day, double Minute, bool IsOtherHalf)
{
    /// <summary>Minutes from day 0.</summary>
    public double At => (Day ?? 0) * 1440.0 + Minute;

    /// <summary>True before noon.</summary>
    public bool IsMorning => Minute < 720;

    /// <summary>The states of a clock.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="days">The days it may be on.</param>
    public static DayState[] Of(ClockPoint clock, int[] days)
    {
        var halves = clock.IsBare ? 2 : 1;
        var states = new DayState[(days.Length + 1) * halves];
        for (var i = 0; i <= days.Length; i++)
        {
            int? day = i < days.Length ? days[i] : null;
            for (var half = 0; half < halves; half++)
                states[i * halves + half] = new DayState(day, half == 0 ? clock.Minute : (clock.Minute + 720) % 1440, half == 1);
        }

        return states;
    }
}
