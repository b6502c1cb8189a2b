using Assay.Reading.Actors;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>Who tells a clock, in the words of the text.</summary>
internal static class ClockVoices
{
    private static readonly string[] Articles = ["the ", "an ", "a "];

    /// <summary>Whose clock it is: the reporter where the time is that of a report, else the innermost voice that is not the
    /// author.</summary>
    public static Actor? Speaker(SeatFinder finder, Telling telling)
    {
        if (telling.Mention.Reporter is { } reporter && finder.ActorsIn(reporter).FirstOrDefault() is { } named)
            return named;
        var mark = telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start);
        var chain = mark.Reporter is { } outer ? mark.Chain.Append(outer) : mark.Chain;
        return chain.Reverse().Select(v => finder.ActorOf(v.ActorId)).FirstOrDefault(a => a is not null)
            ?? (IsAuthors(mark) && telling.Mention.Source is { } source ? finder.ActorsIn(source).FirstOrDefault() : null)
            ?? (Named(mark, telling) is { } pronoun ? finder.Antecedent(pronoun, telling.Mention.Trigger.Start) : null);
    }

    private static string? Named(VoiceMark mark, Telling telling) =>
        IsAuthors(mark) ? telling.Mention.Source?.Of(telling.Source.Text) : (mark.Reporter ?? mark.Chain[^1]).Name;

    /// <summary>The voice in the text's own words: the reporter where the time is that of a report, else the innermost one; null where the
    /// author speaks.</summary>
    public static Voice? Voiced(SeatFinder finder, Telling telling)
    {
        var mark = telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start);
        var voice = mark.Reporter ?? mark.Chain[^1];
        if (voice.Mention is not null)
            return SeatFinder.IsPronoun(voice.Name) && Meant(telling) is { } meant ? meant : voice;
        if (!IsAuthors(mark))
            return null;
        if (telling.Mention.Source is not { } source)
            return Introduced(finder, telling);
        return SeatFinder.IsPronoun(source.Of(telling.Source.Text))
            ? Referred(telling, source.Start)
            : new Voice(Named(source.Of(telling.Source.Text)), null, source);
    }

    // "He saw flares at half past two, he says": whom the pronoun stands for, where the sentence before tells.
    private static Voice? Meant(Telling telling) =>
        (telling.Mention.Source ?? telling.Mention.Doer) is { } words
        && words.Of(telling.Source.Text) is var name
        && !SeatFinder.IsPronoun(name)
            ? new Voice(Named(name), null, words)
            : null;

    /// <summary>"A recorder was found. It shows": what the sentence before told of, where it is no pronoun itself; else nobody is
    /// named.</summary>
    /// <param name="telling">The telling.</param>
    /// <param name="from">Where the pronoun stands.</param>
    public static Voice? Referred(Telling telling, int from)
    {
        var (source, at) = (telling.Source, telling.Mention);
        var told = source
            .Events.Events.Where(e => e.Trigger.End < from && at.Sentence - e.Sentence <= 1)
            .OrderByDescending(e => e.Trigger.Start)
            .Select(e => e.Source ?? e.Subject)
            .FirstOrDefault(s => s is { } span && !SeatFinder.IsPronoun(span.Of(source.Text)));
        return told is { } found ? new Voice(Named(found.Of(source.Text)), null, found) : null;
    }

    // "The ministry in Yerevan, communiqué of 9 July:" and its list: the entries are the ministry's, where the words name somebody.
    private static Voice? Introduced(SeatFinder finder, Telling telling)
    {
        if (telling.Source.LeadIns.At(telling.Mention.Time!.Span.Start) is not { } lead)
            return null;
        var teller = new Voice(Named(lead.Of(telling.Source.Text)), null, lead);
        return finder.SeatsOf(teller).Any() || finder.ActorsIn(lead).Any() ? teller : null;
    }

    private static bool IsAuthors(VoiceMark mark) => mark.Reporter is null && mark.Chain.Count == 1;

    /// <summary>"the log of the port": without its article, on one line.</summary>
    public static string Named(string words)
    {
        var name = words.ReplaceLineEndings(" ").Trim();
        foreach (var article in Articles)
            if (name.StartsWith(article, StringComparison.OrdinalIgnoreCase))
                return name[article.Length..];
        return name;
    }
}
