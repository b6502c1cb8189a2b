using Assay.Ground.Anchors;
using Assay.Reading.Events;
using Assay.Reading.Text;
using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Reading.Tests.Events;

/// <summary>Reads the events of a text for tests.</summary>
internal static class EventText
{
    /// <summary>The events that carry a time, in the order of the text.</summary>
    public static IReadOnlyList<EventMention> Timed(string text) => [.. Read(text).Events.Where(e => e.Time is not null)];

    /// <summary>The events of a text and their relations.</summary>
    public static EventReading Read(string text)
    {
        var times = TimeReader.For("en").Read(text, new TimeContext { DocumentDate = new NodaTime.LocalDate(2022, 5, 3) });
        var sentences = SentenceSplitter.Split(text, new TextSpan(0, text.Length));
        return new EventReader().Read(text, sentences, times, Assay.Reading.Voices.Asides.Of(text, sentences, times));
    }
}
