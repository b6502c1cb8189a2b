using System.Text.RegularExpressions;
using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Voices;

namespace Assay.Cases.Drafting;

/// <summary>Who tells a clock, in the words of the text.</summary>
internal static partial class ClockVoices
{
    private const int LongestName = 60;
    private static readonly string[] Articles = ["the ", "an ", "a "];
    private static readonly string[] Leads = ["The", "A", "An", "Its", "Their", "His", "Her", "Our"];

    /// <summary>What whoever tells a clock is called.</summary>
    /// <param name="finder">Seats of the source.</param>
    /// <param name="telling">The clock and its sentence.</param>
    public static string NameOf(SeatFinder finder, Telling telling) =>
        Speaker(finder, telling)?.Name
        ?? (Voiced(finder, telling) is { } voice ? Called(voice, telling.Source.Text) : null)
        ?? Told(finder, telling);

    // What the author tells of a body is most likely told by it, on its clock: "author, of the coastguard".
    private static string Told(SeatFinder finder, Telling telling)
    {
        var name = telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start).Chain[^1].Name;
        return
            name == Voice.Author.Name
            && !telling.Source.IsQuoted(telling.Mention.Time!.Span)
            && (telling.Mention.Doer ?? telling.Mention.Subject) is { } acts
            && acts.Length <= LongestName
            && finder.IsBody(acts)
            ? $"{name}, of {InSentence(acts.Of(telling.Source.Text))}"
            : name;
    }

    // "The coastguard" at the head of a sentence.
    private static string InSentence(string words) =>
        words.ReplaceLineEndings(" ") is var line && Leads.Contains(line.Split(' ', 2)[0])
            ? char.ToLowerInvariant(line[0]) + line[1..]
            : line;

    /// <summary>Whose clock it is: the reporter where the time is that of a report, else the innermost voice that is not the
    /// author.</summary>
    public static Actor? Speaker(SeatFinder finder, Telling telling)
    {
        if (Record(finder, telling) is not null)
            return null;
        if (telling.Mention.Reporter is { } reporter && finder.ActorsIn(reporter).FirstOrDefault() is { } named)
            return named;
        var mark = telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start);
        var chain = mark.Reporter is { } outer ? mark.Chain.Append(outer) : mark.Chain;
        return chain.Reverse().Where(v => !v.IsSpeaker).Select(v => finder.ActorOf(v.ActorId)).FirstOrDefault(a => a is not null)
            ?? (IsAuthors(mark) && telling.Mention.Source is { } source ? finder.ActorsIn(source).FirstOrDefault() : null)
            ?? (Named(mark, telling) is { } pronoun ? Antecedent(finder, telling, pronoun) : null)
            ?? (
                IsAuthors(mark) && telling.Mention.Source is null && Teller(finder, telling) is { Mention: { } words } thrust
                    ? finder.ActorsIn(words).FirstOrDefault() ?? finder.Antecedent(thrust.Name, words.Start)
                    : null
            )
            ?? (
                Others(finder, telling) is null
                    ? chain.Where(v => v.IsSpeaker).Select(v => finder.ActorOf(v.ActorId)).FirstOrDefault()
                    : null
            );
    }

    // "The chief, Ada Moor, had it out by nine, she said": whom the clause itself is about, else whoever was named last.
    private static Actor? Antecedent(SeatFinder finder, Telling telling, string pronoun) =>
        SeatFinder.IsPronoun(pronoun) && Meant(telling) is { Mention: { } own } && finder.ActorsIn(own).FirstOrDefault() is { } actor
            ? actor
            : finder.Antecedent(pronoun, telling.Mention.Trigger.Start);

    /// <summary>The record that the clock is told from; null where its words only begin those of the voice, or somebody speaks between it
    /// and the clock.</summary>
    public static RecordVoice? Record(SeatFinder finder, Telling telling)
    {
        if (finder.Keeper(telling.Mention.Time!.Span) is not { IsTeller: false } record)
            return null;
        var mark = telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start);
        var speaks = (mark.Reporter ?? mark.Chain[^1]).Mention ?? telling.Mention.Source;
        return
            speaks is { } span
            && (
                span.Contains(record.Said) && span.End != record.Said.End
                || span.Start > record.Said.End && span.End < telling.Mention.Time.Span.Start
            )
            && !SeatFinder.IsPronoun(span.Of(telling.Source.Text))
            ? null
            : record;
    }

    // ", she insists,": thrust in where nobody else is found to speak.
    private static Voice? Teller(SeatFinder finder, Telling telling) =>
        finder.Keeper(telling.Mention.Time!.Span) is { IsTeller: true } teller ? teller.Voice : null;

    private static string? Named(VoiceMark mark, Telling telling) =>
        IsAuthors(mark) ? telling.Mention.Source?.Of(telling.Source.Text) : (mark.Reporter ?? mark.Chain[^1]).Name;

    /// <summary>The voice in the text's own words: the reporter where the time is that of a report, else the innermost one; null where the
    /// author speaks.</summary>
    public static Voice? Voiced(SeatFinder finder, Telling telling)
    {
        if (Record(finder, telling) is { } record)
            return record.Voice;
        var mark = telling.Source.Voices.VoiceAt(telling.Mention.Trigger.Start);
        var voice = mark.Reporter ?? mark.Chain[^1];
        if (voice is { Mention: not null, IsSpeaker: false })
            return SeatFinder.IsPronoun(voice.Name) && Meant(telling) is { } meant ? meant : voice;
        return IsAuthors(mark) ? Others(finder, telling) ?? (voice.IsSpeaker ? voice : null) : null;
    }

    // Whoever tells it, apart from the author and from whoever speaks.
    private static Voice? Others(SeatFinder finder, Telling telling)
    {
        if (telling.Mention.Source is not { } source)
            return Teller(finder, telling) is { } thrust
                ? SeatFinder.IsPronoun(thrust.Name)
                    ? (IsBody(thrust.Name) ? Meant(telling) : null)
                        ?? finder.TellerBefore(thrust.Mention!.Value.Start)
                        ?? Referred(telling, thrust.Mention!.Value.Start)
                    : thrust
                : Introduced(finder, telling) ?? Noting(telling) ?? Before(finder, telling)?.Voice ?? Continued(telling) ?? Headed(telling);
        return SeatFinder.IsPronoun(source.Of(telling.Source.Text))
            ? Referred(telling, source.Start)
            : new Voice(Named(source.Of(telling.Source.Text)), null, source);
    }

    // "He saw flares at half past two, he says": whom the pronoun stands for, where the sentence before tells. What is quoted is told of
    // others.
    private static Voice? Meant(Telling telling) =>
        (telling.Mention.Source ?? telling.Mention.Doer ?? Person(telling)) is { } words
        && words.Of(telling.Source.Text) is var name
        && !SeatFinder.IsPronoun(name)
        && !KeeperReader.IsOwn(name)
        && !telling.Source.IsQuoted(telling.Mention.Time!.Span)
            ? new Voice(Named(name), null, words)
            : null;

    // "Our manager, Ada Moor, was told at 5:40, he says": a subject with a first name and another.
    private static TextSpan? Person(Telling telling) =>
        telling.Mention.Subject is { } subject && FullName().IsMatch(subject.Of(telling.Source.Text)) ? subject : null;

    [GeneratedRegex(@"\b\p{Lu}[\p{L}’'-]+ \p{Lu}[\p{L}’'-]+")]
    private static partial Regex FullName();

    [GeneratedRegex(
        @"\G,\s((?:(?:Mr|Ms|Mrs|Dr)\.?\s)?\p{Lu}[\p{L}’'.-]*(?:\s(?:\p{Lu}[\p{L}’'.-]*|al|bin|de|da|del|van|von|der)){1,4})(?=[,.;:)”""]|\s(?:said|says|wrote|writes|told)\b)"
    )]
    private static partial Regex Apposed();

    /// <summary>"A recorder was found. It shows": what the sentence before told of, where it is no pronoun itself; else nobody is
    /// named.</summary>
    /// <param name="telling">The telling.</param>
    /// <param name="from">Where the pronoun stands.</param>
    public static Voice? Referred(Telling telling, int from)
    {
        var (source, at) = (telling.Source, telling.Mention);
        var told = source
            .Events.Events.Where(e => e.Trigger.End < from && e.Trigger != at.Trigger && at.Sentence - e.Sentence <= 1)
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

    // "The commander said that he had been told. The beacon had been picked up at 4:22": what goes on in the pluperfect is still his.
    private static Voice? Continued(Telling telling)
    {
        var (source, mention) = telling;
        if (!IsPluperfect(source.Text, mention.Trigger))
            return null;
        for (var i = mention.Sentence - 1; i >= 0 && source.Sentences[i].Block == source.Sentences[mention.Sentence].Block; i--)
        {
            var mark = source.Voices.VoiceAt(source.Sentences[i].Span.End - 1);
            if ((mark.Reporter ?? mark.Chain[^1]) is { Mention: not null } voice && !SeatFinder.IsPronoun(voice.Name))
                return voice;
            if (
                source
                    .Text.AsSpan(source.Sentences[i].Span.Start, source.Sentences[i].Span.Length)
                    .IndexOf(" had ", StringComparison.Ordinal) < 0
            )
                return null;
        }

        return null;
    }

    // Under "The control centre's record".
    private static Voice? Headed(Telling telling) =>
        telling.Source.HeadedKeepers.At(telling.Mention.Time!.Span.Start) is { } record
            ? new Voice(Named(record.Of(telling.Source.Text)), null, record)
            : null;

    private static bool IsBody(string pronoun) => Assay.Reading.Places.ReferringWords.English.Bodies.Contains(pronoun.ToLowerInvariant());

    private static bool IsPluperfect(string text, TextSpan verb)
    {
        var before = text.AsSpan(Math.Max(0, verb.Start - 24), Math.Min(24, verb.Start));
        return before.EndsWith(" had ") || before.EndsWith(" had been ") || before.EndsWith(" had already ");
    }

    // "A baker heard the shots at ten": who notices it tells it.
    private static Voice? Noting(Telling telling)
    {
        var (source, mention) = telling;
        return
            mention.Subject is { } subject
            && subject.End <= mention.Trigger.Start
            && KeeperReader.IsNoting(source.Text, mention.Trigger)
            && Named(subject.Of(source.Text)) is var name
            && !KeeperReader.IsOwn(name)
            && !SeatFinder.IsPronoun(name)
            ? new Voice(name, null, subject)
            : null;
    }

    /// <summary>The record of the clock before, in the paragraph, where nobody else speaks between; else null.</summary>
    public static RecordVoice? Before(SeatFinder finder, Telling telling) => finder.KeeperBefore(telling.Mention.Time!.Span);

    private static bool IsAuthors(VoiceMark mark) => mark.Reporter is null && (mark.Chain.Count == 1 || mark.Chain[^1].IsSpeaker);

    /// <summary>What a voice is called, with its name where its words tell only the office: "Ada Moor, its news director" for "says its news
    /// director, Ada Moor".</summary>
    public static string Called(Voice voice, string text) =>
        voice.Mention is { } words
        && char.IsLower(voice.Name[0])
        && Apposed().Match(text, words.End, Math.Min(LongestName, text.Length - words.End)) is { Success: true } found
            ? $"{found.Groups[1].Value}, {voice.Name}"
            : voice.Name;

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
