using System.CommandLine;
using Assay.Cases.Drafting;
using Assay.Cases.UseCases;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Assay.Reading.Time;
using NodaTime;
using NodaTime.Text;

namespace Assay.Commands.Audit;

/// <summary>The options of reading, as words of the command line.</summary>
/// <param name="Published">Publication date of sources that state none.</param>
/// <param name="Zones">Zones the author may have converted every clock to.</param>
/// <param name="MaxSize">Largest file, MB.</param>
/// <param name="Lake">Directory of the customs books, or null.</param>
internal sealed record ReadingOptions(string? Published, string[] Zones, int MaxSize, string? Lake = null)
{
    /// <summary>Currency of the amounts of the books; null for the usual one.</summary>
    public string? Currency { get; init; }

    /// <summary>The option that names it.</summary>
    public static Option<string?> CreateCurrency() =>
        new("--currency") { Description = "Currency of the amounts of the customs books (EUR).", HelpName = "CODE" };

    /// <summary>Largest file to read where nothing is said, MB.</summary>
    public const int DefaultSize = 64;

    private const int LargestSize = 1024;

    /// <summary>The limits of intake, or why the size is none.</summary>
    /// <param name="megabytes">Largest file, MB.</param>
    public static Result<IntakeOptions> Intake(int megabytes) =>
        megabytes is <= 0 or > LargestSize
            ? new Error(ErrorKind.Usage, $"--max-size {megabytes} is no size.", $"Give a number of MB from 1 to {LargestSize}.")
            : IntakeOptions.Default with
            {
                MaxBytes = megabytes * 1024L * 1024L,
            };

    /// <summary>The options, or what is wrong with them.</summary>
    public Result<AuditOptions> Parse()
    {
        LocalDate? published = null;
        if (Published is not null)
        {
            var parsed = LocalDatePattern.Iso.Parse(Published);
            if (!parsed.Success)
                return new Error(ErrorKind.Usage, $"--published {Published} is no date.", "Write it as YYYY-MM-DD, such as 2024-03-01.");
            if (parsed.Value.Year is < TimeContext.FirstYear or > TimeContext.LastYear)
            {
                return new Error(
                    ErrorKind.Usage,
                    $"--published {Published} is outside the years {TimeContext.FirstYear} to {TimeContext.LastYear}.",
                    "Give the day the source was published."
                );
            }

            published = parsed.Value;
        }

        var intake = Intake(MaxSize);
        if (!intake.Succeeded)
            return intake.Error;
        foreach (var zone in Zones)
        {
            if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
                return new Error(
                    ErrorKind.Usage,
                    $"--zone {zone} is no time zone.",
                    "Give an IANA id such as Europe/Berlin, or an offset such as UTC+03."
                );
        }

        return new AuditOptions
        {
            Published = published,
            Globals = Zones,
            Intake = intake.Value,
            Lake = Lake,
            Currency = Currency?.ToUpperInvariant(),
        };
    }
}
