namespace Assay.Reading.Intake.WebArchive;

/// <summary>A record of a web archive.</summary>
/// <param name="Fields">Its fields, by their names in any letters.</param>
/// <param name="Block">Its bytes; empty where they were passed over.</param>
internal sealed record WarcRecord(IReadOnlyDictionary<string, string> Fields, byte[] Block)
{
    /// <summary>What it is: response, resource, request.</summary>
    public string Type => this["WARC-Type"].ToLowerInvariant();

    /// <summary>The address it was fetched from.</summary>
    public string Address => this["WARC-Target-URI"].Trim('<', '>');

    /// <summary>When it was fetched, as it says.</summary>
    public string Date => this["WARC-Date"];

    /// <summary>A field; empty where it is missing.</summary>
    public string this[string field] => Fields.GetValueOrDefault(field, "");
}
