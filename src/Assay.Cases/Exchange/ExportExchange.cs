using System.Text.Json.Nodes;
using Assay.Cases.Casework;
using Assay.Cases.Store;
using Assay.Ground.Outcomes;

namespace Assay.Cases.Exchange;

/// <summary>Puts a case to the test and writes it in a format of exchange.</summary>
public static class ExportExchange
{
    /// <summary>Writes the case.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The file; or why the case cannot be tested.</returns>
    public static Result<ExchangeFile> Run(OpenedCase opened, ExchangeFormat format, CancellationToken cancellation)
    {
        var tested = CheckCase.Run(opened, null, cancellation);
        if (!tested.Succeeded)
            return tested.Error;
        var journal = opened.Store.Read<IReadOnlyList<RawEntry>>(r => r.Entries().ToList());
        return journal.Succeeded ? format.Write(new(Title(journal.Value), tested.Value.Report, journal.Value)) : journal.Error;
    }

    /// <summary>Writes the case in a format of a name.</summary>
    /// <param name="opened">The case.</param>
    /// <param name="name">The name of the format.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The format and the file; or that there is no such format, or why the case cannot be tested.</returns>
    public static Result<(ExchangeFormat Format, ExchangeFile File)> Run(OpenedCase opened, string name, CancellationToken cancellation)
    {
        if (ExchangeFormats.Of(name) is not { } format)
            return new Error(
                ErrorKind.Input,
                $"“{Printable.Of(name)}” is no format that a case is exported in.",
                $"The formats are {string.Join(", ", ExchangeFormats.All.Select(f => f.Name))}."
            );
        return Run(opened, format, cancellation).Match(f => (Result<(ExchangeFormat, ExchangeFile)>)(format, f), e => e);
    }

    private static string Title(IReadOnlyList<RawEntry> journal) =>
        journal is [var first, ..] && JsonNode.Parse(first.Content)?["after"]?["title"] is JsonValue title ? title.ToString() : "";
}
