using Assay.Ground.Outcomes;
using Assay.Reading.Intake.Bytes;
using Assay.Reading.Intake.Page;

namespace Assay.Reading.Intake.Formats;

/// <summary>One format of sources. Each has a folder of its own; <c>Opening</c> asks them in order.</summary>
internal interface ISourceFormat
{
    /// <summary>Name for people, such as "plain text".</summary>
    string Name { get; }

    /// <summary>True where the file is of this format, by its name or its first characters.</summary>
    bool Recognises(DecodedText source, string fileName);

    /// <summary>Lays the file out as text and blocks. Which blocks are article and which furniture is decided later, for all formats
    /// alike.</summary>
    Result<PageDraft> Read(DecodedText source, string fileName);
}
