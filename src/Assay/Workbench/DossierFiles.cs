using System.IO.Compression;
using System.Text;
using Assay.Cases.Casework;
using Assay.Cases.Report;
using Assay.Cases.UseCases;
using Assay.Dossier;

namespace Assay.Workbench;

/// <summary>The dossier as bytes to send.</summary>
internal static class DossierFiles
{
    /// <summary>The page alone.</summary>
    public static byte[] Page(AuditReply reply)
    {
        using var text = new StringWriter { NewLine = "\n" };
        DossierPage.Write(text, reply.Report, reply.Routes, reply.Title);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Page, report and originals as a zip archive.</summary>
    public static byte[] Folder(AuditReply reply)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(archive, DossierFolder.Page, Page(reply));
            using (var json = archive.CreateEntry(DossierFolder.Data).Open())
                AuditJson.Write(json, reply.Report);
            foreach (var hash in reply.Report.Sources.Select(s => s.Sha256).Distinct())
            {
                if (reply.Originals.TryGetValue(hash, out var original))
                    Put(archive, $"sources/{hash}", original.Span);
            }
        }

        return bytes.ToArray();
    }

    private static void Put(ZipArchive archive, string name, ReadOnlySpan<byte> bytes)
    {
        using var entry = archive.CreateEntry(name).Open();
        entry.Write(bytes);
    }
}
