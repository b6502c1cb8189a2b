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
        var statement = Last(byStart, position, s => s.Quote);
        if (statement is not null)
            return new VoiceMark(statement.Chain, statement.Stance, statement, null);

        int low = 0,
            high = introductions.Count;
        while (low < high)
        {
            var mid = (low + high) / 2;
            (low, high) = introductions[mid].Span.Start <= position ? (mid + 1, high) : (low, mid);
        }

        if (low > 0 && introductions[low - 1] is var introduction && introduction.Span.Contains(position))
            return new VoiceMark(introduction.Chain, Stance.Asserted, null, introduction.Reporter);

        return new VoiceMark([Voice.Author], Stance.Asserted, null, null);
    }

    private static Statement? Last(Statement[] sorted, int position, Func<Statement, TextSpan> span)
    {
        int low = 0,
            high = sorted.Length;
        while (low < high)
        {
            var mid = (low + high) / 2;
            (low, high) = span(sorted[mid]).Start <= position ? (mid + 1, high) : (low, mid);
        }

        return low > 0 && span(sorted[low - 1]).Contains(position) ? sorted[low - 1] : null;
    }
}
