using Assay.Ground.DataFiles;
using Assay.Reading.Text;

namespace Assay.Reading.Actors;

/// <summary>The words of a language that show who is who, read once from its data file.</summary>
internal sealed class ActorWords
{
    /// <summary>English.</summary>
    public static ActorWords English { get; } = new(ReadingFiles.Words("Actors.Data.en.actors.txt"));

    private ActorWords(WordFile words)
    {
        Offices = words.Phrases("offices");
        OfficeOf = words.Set("office-of");
        OfficeModifiers = words.Set("office-modifiers");
        Former = words.Set("former");
        Then = words.Set("then");
        Honorifics = words.Set("honorifics");
        Particles = words.Set("particles");
        OrganisationWords = words.Set("organisation-words");
        OutletNouns = words.Phrases("outlet-nouns");
        OutletWeak = words.Set("outlet-weak");
        OutletNameWords = words.Set("outlet-name-words");
        GovernmentNouns = words.Set("government-nouns");
        Metonyms = words.Phrases("metonyms");
        GroupNouns = words.Set("group-nouns");
        GroupModifiers = words.Set("group-modifiers");
        Locatives = words.Set("locatives");
        NotNames = words.Set("not-names");
        Determiners = words.Set("determiners");
    }

    public PhraseSet Offices { get; }

    public HashSet<string> OfficeOf { get; }

    public HashSet<string> OfficeModifiers { get; }

    public HashSet<string> Former { get; }

    public HashSet<string> Then { get; }

    public HashSet<string> Honorifics { get; }

    public HashSet<string> Particles { get; }

    public HashSet<string> OrganisationWords { get; }

    public PhraseSet OutletNouns { get; }

    public HashSet<string> OutletWeak { get; }

    public HashSet<string> OutletNameWords { get; }

    public HashSet<string> GovernmentNouns { get; }

    public PhraseSet Metonyms { get; }

    public HashSet<string> GroupNouns { get; }

    public HashSet<string> GroupModifiers { get; }

    public HashSet<string> Locatives { get; }

    public HashSet<string> NotNames { get; }

    public HashSet<string> Determiners { get; }
}
