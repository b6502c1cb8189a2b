using Assay.Ground.Outcomes;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;
using NodaTime;
using NodaTime.Text;

namespace Assay.Commands.Time;

/// <summary>How found expressions are written.</summary>
internal enum TimeFormat
{
    /// <summary>A table for a person, tab-separated lines for a pipe.</summary>
    Text,

    /// <summary>One JSON object, described by <c>docs/time.schema.json</c>.</summary>
    Json,

    /// <summary>A TimeML 1.2.1 document.</summary>
    TimeMl,
}

/// <summary>What the command line asked for, checked.</summary>
/// <param name="Files">Files to read; <c>-</c> for standard input; never empty.</param>
/// <param name="Written">Date and perhaps time the texts were written.</param>
/// <param name="Language">Language of the texts; null to go by their script.</param>
/// <param name="Format">Output format.</param>
/// <param name="Rows">True for JSON lines in and out.</param>
internal sealed record TimeRequest(IReadOnlyList<string> Files, WrittenAt Written, string? Language, TimeFormat Format, bool Rows)
{
    /// <summary>Checks the words of the command line.</summary>
    public static Result<TimeRequest> From(IReadOnlyList<string> files, string? dct, string? language, string? format, bool rows)
    {
        var written = WrittenAt.Parse(dct);
        if (!written.Succeeded)
            return Usage($"--dct '{dct}' is no date.", WrittenAt.Hint);
        TimeFormat? known = format switch
        {
            null or "text" => TimeFormat.Text,
            "json" => TimeFormat.Json,
            "timeml" => TimeFormat.TimeMl,
            _ => null,
        };
        if (known is not { } chosen)
            return Usage($"--format '{format}' is not known.", "Write text, json or timeml.");
        if (rows && format is not null)
            return Usage("--jsonl has a format of its own.", "Leave --format off.");
        if (chosen == TimeFormat.TimeMl && files.Count > 1)
            return Usage("A TimeML document holds one text.", "Name one file at a time.");
        if (language is not null && !TimeReader.Languages.Contains(language))
            return Usage($"--lang '{language}' is not known.", $"Write one of: {string.Join(", ", TimeReader.Languages)}.");
        return new TimeRequest(files.Count == 0 ? ["-"] : files, written.Value, language, chosen, rows);
    }

    private static Error Usage(string message, string hint) => new(ErrorKind.Usage, message, hint);
}

/// <summary>When a text was written, as far as known.</summary>
/// <param name="Date">The date.</param>
/// <param name="Time">The local time.</param>
internal readonly record struct WrittenAt(LocalDate? Date, LocalTime? Time)
{
    /// <summary>What a date has to look like.</summary>
    public const string Hint = "Write it as 2022-05-20 or 2022-05-20T17:30.";

    private static readonly LocalDatePattern Day = LocalDatePattern.CreateWithInvariantCulture("uuuu-MM-dd");
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <summary>Reads a date or date and time; nothing is known where the text is null.</summary>
    public static Result<WrittenAt> Parse(string? text)
    {
        if (text is null)
            return default(WrittenAt);
        if (Day.Parse(text) is { Success: true } day)
            return new WrittenAt(day.Value, null);
        var time = Minute.Parse(text) is { Success: true } minute ? minute : Second.Parse(text);
        return time.Success
            ? new WrittenAt(time.Value.Date, time.Value.TimeOfDay)
            : new Error(ErrorKind.Input, $"'{text}' is no date.", Hint);
    }

    /// <summary>The context a reader takes.</summary>
    public TimeContext Context => new() { DocumentDate = Date, DocumentTime = Time };

    /// <summary>The TIMEX3 value; null where nothing is known.</summary>
    public string? Timex =>
        Date is not { } date ? null
        : Time is { } time ? Second.Format(date.At(time))
        : Day.Format(date);
}
