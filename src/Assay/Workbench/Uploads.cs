using Assay.Cases.Casework;
using Assay.Ground.Outcomes;
using Assay.Reading.Intake;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using NodaTime;
using NodaTime.Text;

namespace Assay.Workbench;

/// <summary>Takes sources out of a form and into a case, and has them read. A file of an upload is bytes with a name and nothing more: it
/// is written nowhere but into the case.</summary>
internal static class Uploads
{
    /// <summary>The end of the address that takes sources.</summary>
    public const string Path = "/sources/add";

    /// <summary>Lets an upload be larger than other forms.</summary>
    public static void Widen(HttpContext context)
    {
        var size = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (size is { IsReadOnly: false } && context.Request.Path.Value?.EndsWith(Path, StringComparison.Ordinal) == true)
            size.MaxRequestBodySize = Limits.Upload;
    }

    /// <summary>Sources as a request to add them.</summary>
    /// <param name="given">The sources.</param>
    /// <param name="date">The day of publication as written, or empty.</param>
    public static Result<AddRequest> Request(IReadOnlyList<GivenSource> given, string date)
    {
        if (given.Count == 0)
            return new Error(ErrorKind.Usage, "No file was chosen and no text was pasted.", "Choose files, or paste a text.");
        var published = LocalDatePattern.Iso.Parse(date);
        if (date.Length > 0 && !published.Success)
            return new Error(ErrorKind.Usage, $"“{Printable.Of(date)}” is no date.", "Write it as 2021-05-04, or leave it empty.");
        return new AddRequest([])
        {
            Given = given,
            Published = date.Length > 0 ? published.Value : (LocalDate?)null,
            Intake = IntakeOptions.Default with { MaxBytes = Limits.Source },
        };
    }

    /// <summary>The files and the text of a form.</summary>
    public static IReadOnlyList<GivenSource> Given(IFormCollection form)
    {
        var given = new List<GivenSource>();
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            using var bytes = new MemoryStream();
            file.CopyTo(bytes);
            given.Add(new GivenSource(Name(file.FileName), bytes.ToArray()));
        }

        var text = form["text"].ToString();
        if (!string.IsNullOrWhiteSpace(text))
            given.Add(new GivenSource(Name(form["name"].ToString()) + ".txt", System.Text.Encoding.UTF8.GetBytes(text)));
        return given;
    }

    private static string Name(string given)
    {
        var name = given.Split('/', '\\')[^1].Trim();
        return name.Length == 0 ? "pasted"
            : name.Length > 200 ? name[^200..]
            : name;
    }
}
