using System.Security.Cryptography;
using System.Text;
using Assay.Ground.DataFiles;

namespace Assay.Html;

/// <summary>A style sheet or script that ships inside the program.</summary>
/// <param name="Text">Its text, with line feeds only.</param>
internal sealed record Asset(string Text)
{
    /// <summary>What a content security policy names it by.</summary>
    public string Hash => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>Reads an embedded file of the Assets folder.</summary>
    public static Asset Load(string file)
    {
        var files = new EmbeddedFiles(typeof(Asset).Assembly, "Assay.Assets");
        return new Asset(files.Text(file).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
