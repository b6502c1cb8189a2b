using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;

namespace Assay.Reading.Intake;

/// <summary>The files a request names, and what could not be followed.</summary>
/// <param name="Files">Files in the order given, those of a folder sorted by path (ordinal); no file twice.</param>
/// <param name="Errors">Inputs that are missing or cannot be entered, each a whole sentence.</param>
public sealed record InputListing(IReadOnlyList<string> Files, IReadOnlyList<Error> Errors);

/// <summary>Expands files and folders given by a person into files.</summary>
public static class InputFiles
{
    private static readonly string[] Endings =
    [
        ".txt",
        ".text",
        ".html",
        ".htm",
        ".xhtml",
        ".md",
        ".markdown",
        ".pdf",
        ".docx",
        ".eml",
        ".mhtml",
        ".mht",
        ".warc",
        ".warc.gz",
        ".wacz",
        ".mbox",
        ".zip",
    ];

    /// <summary>
    /// Expands the inputs. A file given by name is taken whatever its extension; in folders, taken recursively, only files of the formats
    /// that are read are, by the ends of their names, and names beginning with a dot are passed over. A folder that contains itself
    /// through a symbolic link is reported and
    /// entered once.
    /// </summary>
    /// <param name="inputs">Files or folders.</param>
    public static InputListing Expand(IEnumerable<string> inputs)
    {
        var walk = new Walk();
        foreach (var input in inputs)
            walk.Add(input);
        return new InputListing(walk.Files, walk.Errors);
    }

    private sealed class Walk
    {
        private readonly HashSet<string> seen = new(StringComparer.Ordinal);

        public List<string> Files { get; } = [];

        public List<Error> Errors { get; } = [];

        public void Add(string input)
        {
            if (input.Length == 0)
            {
                Errors.Add(new Error(ErrorKind.Input, "An input is an empty name.", "Give a file or a folder."));
                return;
            }
            switch (SystemFiles.KindOf(input))
            {
                case FileKind.Folder:
                    Folder(input);
                    break;
                case FileKind.File:
                    Take(input);
                    break;
                case FileKind.None:
                    Missing(input);
                    break;
                case var kind:
                    Errors.Add(FileNames.Endless(input, kind));
                    break;
            }
        }

        private void Folder(string input)
        {
            var (files, errors) = (Files.Count, Errors.Count);
            Enter(input, []);
            if (Files.Count == files && Errors.Count == errors)
                Fail(
                    input,
                    "The folder has no text, HTML, Markdown, PDF, Word, mail, web archive or ZIP file in it.",
                    "Give a folder with such files, or name a file."
                );
        }

        private void Missing(string input)
        {
            if (!SystemFiles.IsRaw(input) && new FileInfo(input).LinkTarget is { } target)
                Fail(input, $"The link leads to \"{target}\", which is not there or leads back to itself.", "Give the file itself.");
            else
                Fail(input, "There is no such file or folder.", "Check the name.");
        }

        private void Take(string file)
        {
            if (seen.Add(Path.GetFullPath(file)))
                Files.Add(file);
        }

        private void Enter(string folder, HashSet<string> above)
        {
            var real = RealPath(folder);
            if (real is null || !above.Add(real))
            {
                Fail(folder, "The folder contains itself through a symbolic link; it is read once.", "Remove the link to silence this.");
                return;
            }
            try
            {
                foreach (var entry in SystemFiles.EntriesOf(folder).Order(StringComparer.Ordinal))
                {
                    if (Path.GetFileName(entry)[0] == '.')
                        continue;
                    if (SystemFiles.KindOf(entry) == FileKind.Folder)
                        Enter(entry, above);
                    else if (Array.Exists(Endings, e => entry.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
                        TakeIfThere(entry);
                }
            }
            catch (UnauthorizedAccessException)
            {
                Fail(folder, "The folder may not be read.", "Change its permissions, or give files that may be read.");
            }
            catch (IOException e)
            {
                Fail(folder, $"The folder could not be read: {e.Message}", "Check the disk and try again.");
            }
            above.Remove(real);
        }

        private void TakeIfThere(string entry)
        {
            switch (SystemFiles.KindOf(entry))
            {
                case FileKind.File:
                    Take(entry);
                    break;
                case FileKind.None:
                    Fail(entry, "The link leads to a file that is not there.", "Remove the link or restore the file.");
                    break;
                case var kind:
                    Errors.Add(FileNames.Endless(entry, kind));
                    break;
            }
        }

        private static string? RealPath(string folder)
        {
            if (SystemFiles.IsRaw(folder))
                return folder; // no link by such a name is followed
            try
            {
                var info = new DirectoryInfo(folder);
                return Path.TrimEndingDirectorySeparator((info.ResolveLinkTarget(true) ?? info).FullName);
            }
            catch (IOException)
            {
                return null;
            }
        }

        private void Fail(string where, string message, string hint) =>
            Errors.Add(new Error(ErrorKind.Input, message, hint, new Location(Printable.Of(where))));
    }
}
