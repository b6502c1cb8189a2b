namespace Assay.Cases.Team;

/// <summary>What a member of a case may do, each all that the one before may.</summary>
public enum CaseRole
{
    /// <summary>Looks at everything in it, and takes dossiers and exports away.</summary>
    Reader,

    /// <summary>Adds sources and decides.</summary>
    Editor,

    /// <summary>Says who is a member.</summary>
    Owner,
}

/// <summary>What a token of the HTTP API is good for.</summary>
public enum TokenScope
{
    /// <summary>Reading alone.</summary>
    Read,

    /// <summary>All that its person may do with cases.</summary>
    Write,
}
