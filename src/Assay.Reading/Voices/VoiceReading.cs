using Assay.Ground.Anchors;
using Assay.Reading.Actors;
using Assay.Reading.Text;

namespace Assay.Reading.Voices;

/// <summary>What was read about voices: who acts, who says what and how firmly, what is asked and what is predicted.</summary>
public sealed class VoiceReading
{
    private readonly Statement[] byStart;
    private readonly List<(TextSpan Span, Voice Reporter, IReadOnlyList<Voice> Chain)> introductions;

    internal VoiceReading(
        ActorIndex actors,
        VoiceText words,
        IReadOnlyList<Statement> statements,
        IReadOnlyList<Question> questions,
        IReadOnlyList<Forecast> forecasts,
        List<(TextSpan Span, Voice Reporter, IReadOnlyList<Voice> Chain)> introductions
    )
    {
        (ActorIndex, Words, Statements, Questions, Forecasts, this.introductions) = (
            actors,
            words,
            statements,
            questions,
            forecasts,
            introductions
        );
        byStart = [.. statements.OrderBy(s => s.Quote.Start)];
        introductions.Sort((a, b) => a.Span.CompareTo(b.Span));
    }

    /// <summary>The actors, in the order of first mention.</summary>
    public IReadOnlyList<Actor> Actors => ActorIndex.Actors;

    /// <summary>The statements, in the order of the text. They do not overlap.</summary>
    public IReadOnlyList<Statement> Statements { get; }

    /// <summary>The questions, in the order of the text.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>The forecasts, in the order of the text.</summary>
    public IReadOnlyList<Forecast> Forecasts { get; }

    internal ActorIndex ActorIndex { get; }

    internal VoiceText Words { get; }

    /// <summary>Whose words stand at a position of the text layer. Takes logarithmic time.</summary>
    public VoiceMark VoiceAt(int position)
    {
        var statement = Last(byStart, position);
        if (statement is not null)
            return new VoiceMark(statement.Chain, statement.Stance, statement, null);

        var begun = Ordered.CountBefore(introductions, position, static (i, at) => i.Span.Start <= at);
        if (begun > 0 && introductions[begun - 1] is var introduction && introduction.Span.Contains(position))
            return new VoiceMark(introduction.Chain, Stance.Asserted, null, introduction.Reporter);

        return new VoiceMark([Voice.Author], Stance.Asserted, null, null);
    }

    private static Statement? Last(Statement[] sorted, int position)
    {
        var begun = Ordered.CountBefore(sorted, position, static (s, at) => s.Quote.Start <= at);
        return begun > 0 && sorted[begun - 1].Quote.Contains(position) ? sorted[begun - 1] : null;
    }
}
