using Assay.Reading.Syntax;
using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>What a text shows about one name: how often it behaves like a person, a body, an outlet or a place.</summary>
internal sealed class NameEvidence(string name, NameRun first)
{
    /// <summary>The name as written.</summary>
    public string Name { get; } = name;

    /// <summary>Where it first stands.</summary>
    public NameRun First { get; } = first;

    /// <summary>Weight of evidence for a person.</summary>
    public int Person { get; set; }

    /// <summary>Weight of evidence for a body.</summary>
    public int Organisation { get; set; }

    /// <summary>Weight of evidence for an outlet.</summary>
    public int Outlet { get; set; }

    /// <summary>Weight of evidence for a place.</summary>
    public int Place { get; set; }

    /// <summary>Offices attached to it.</summary>
    public List<OfficePhrase> Offices { get; } = [];

    /// <summary>A country word that goes with it, or null.</summary>
    public string? Country { get; set; }

    /// <summary>Its abbreviation, where the text gives one in brackets.</summary>
    public string? Acronym { get; set; }

    /// <summary>The kind the evidence is for; null where it is for a place, or for nothing.</summary>
    public ActorKind? Kind
    {
        get
        {
            var best = Math.Max(Math.Max(Person, Organisation), Outlet);
            if (best < 2 || Place > best)
                return null;

            return Outlet == best ? ActorKind.Outlet
                : Person == best && Person > Organisation ? ActorKind.Person
                : Organisation == best ? ActorKind.Organisation
                : ActorKind.Person;
        }
    }
}

/// <summary>Weighs what stands around a name.</summary>
internal sealed class NameWeigher(WordedText text, ActorWords words, VerbTable saying)
{
    /// <summary>Adds what one run shows to the evidence about its name.</summary>
    public void Weigh(NameRun run, WordedSentence sentence, NameEvidence evidence)
    {
        var before = run.First > sentence.First ? text.Words[run.First - 1].Lower : "";
        var after = run.End < sentence.End ? text.Words[run.End].Lower : "";
        Shape(run, before, evidence);
        if (words.Honorifics.Contains(before))
            evidence.Person += 5;

        if (words.Locatives.Contains(before))
            evidence.Place += before is "in" or "near" or "across" or "outside" or "throughout" ? 3 : 1;
        else if (before is "by" or "with" or "told" or "between" && run.Count > 1)
            evidence.Person++;

        if (run.End < sentence.End && saying.Find(text.Words, run.End) is { } verb && (verb.Form & (VerbForm.Past | VerbForm.Third)) != 0)
        {
            evidence.Person += run.Count > 1 ? 2 : 1;
            evidence.Organisation += run.Count == 1 ? 1 : 0;
        }
        else if (before.Length > 0 && after is "," or "." or "" && saying.LemmaOf(before) is not null)
            evidence.Person += 2;

        if (after == "," && run.End + 1 < sentence.End)
            Apposition(run.End + 1, sentence, evidence);
    }

    private void Shape(NameRun run, string before, NameEvidence evidence)
    {
        var last = text.Words[run.End - 1].Lower;
        var organisation = false;
        for (var i = run.First; i < run.End; i++)
            organisation |= words.OrganisationWords.Contains(text.Words[i].Lower) && text.Words[i].Capital && run.Count > 1;

        if (organisation)
            evidence.Organisation += 6;
        else if (words.OutletNameWords.Contains(last) && run.Count > 1)
            evidence.Outlet += 6;
        else if (run.Count == 1 && text.Words[run.First].AllCaps)
            evidence.Organisation += text.Words[run.First].Lower.Contains('.', StringComparison.Ordinal) ? 0 : 2;
        else if (run.Count is > 1 and < 5)
        {
            evidence.Person += before == "the" ? 0 : 1;
            evidence.Person += HasInitial(run) ? 3 : 0;
        }

        if (before == "the" && run.Count > 1)
            evidence.Organisation++;
    }

    private bool HasInitial(NameRun run)
    {
        for (var i = run.First; i < run.End; i++)
        {
            if (text.Words[i].Lower is [_, '.'] || (i > run.First && words.Particles.Contains(text.Words[i].Lower)))
                return true;
        }

        return false;
    }

    // ", 34," or ", who": people have an age and are "who".
    private void Apposition(int at, WordedSentence sentence, NameEvidence evidence)
    {
        var word = text.Words[at];
        var closes = at + 1 >= sentence.End || text.Words[at + 1].Lower is "," or ".";
        if ((word.Kind == WordKind.Number && closes && word.Lower.Length is 1 or 2) || word.Is("who") || word.Is("aged"))
            evidence.Person += 4;
        else if (word.Is("which"))
            evidence.Organisation++;
    }
}
