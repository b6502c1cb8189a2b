using Assay.Reading.Time;
using Assay.Reading.Time.Reader;

namespace Assay.Commands.Time;

/// <summary>A text with the time expressions found in it.</summary>
/// <param name="Name">File name as given.</param>
/// <param name="Text">The text.</param>
/// <param name="Language">Language it was read as.</param>
/// <param name="Written">When it was written.</param>
/// <param name="Expressions">What was found, in the order of the text.</param>
internal sealed record TimeDocument(string Name, string Text, string Language, WrittenAt Written, IReadOnlyList<TimeExpression> Expressions)
{
    /// <summary>Reads one text.</summary>
    public static TimeDocument Read(string name, string text, TimeRequest request)
    {
        var language = request.Language ?? ScriptLanguage.Of(text);
        return new(name, text, language, request.Written, TimeReader.For(language).Read(text, request.Written.Context));
    }
}
