namespace Assay.Reading.Syntax;

/// <summary>How a clause hangs on the one before it.</summary>
internal enum ClauseLink
{
    /// <summary>It stands by itself.</summary>
    Main,

    /// <summary>It is what the verb of the clause before says: "... reported that".</summary>
    Complement,

    /// <summary>An -ing clause that shares the subject: ", announcing ...".</summary>
    Participle,

    /// <summary>A clause about a noun: ", which ...".</summary>
    Relative,

    /// <summary>A clause with a conjunction of its own: "after ...", "when ...".</summary>
    Subordinate,

    /// <summary>A clause coordinated with the one before, which may share its subject.</summary>
    Coordinate,
}

/// <summary>A clause of a sentence, in indexes of the sentence's words.</summary>
/// <param name="From">First word, leading adverbials included.</param>
/// <param name="End">One past the last word.</param>
/// <param name="Core">First word of the part that holds the subject and the verb.</param>
/// <param name="Verb">The finite verb, or the participle; -1 where there is none.</param>
/// <param name="Trigger">The word that names what happens: the last word of the verb group, or an event noun after a light verb; -1 where
/// there is none.</param>
/// <param name="Link">How it hangs on the clause before.</param>
/// <param name="SubjectFrom">First word of the subject; the subject of an earlier clause where this one shares it; -1 where
/// unknown.</param>
/// <param name="SubjectEnd">One past the last word of the subject.</param>
internal sealed record Clause(int From, int End, int Core, int Verb, int Trigger, ClauseLink Link, int SubjectFrom, int SubjectEnd)
{
    /// <summary>True where the word lies in this clause.</summary>
    public bool Has(int word) => word >= From && word < End;
}
