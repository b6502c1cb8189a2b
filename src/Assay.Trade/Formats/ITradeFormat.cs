using Assay.Ground.Outcomes;

namespace Assay.Trade.Formats;

/// <summary>One publisher's file format. A format is a folder: this class and its SQL.</summary>
public interface ITradeFormat
{
    /// <summary>Name as it stands in provenance and messages.</summary>
    string Name { get; }

    /// <summary>Who publishes in this format.</summary>
    string Publisher { get; }

    /// <summary>Whether the content (not the name) of a file is of this format.</summary>
    bool Recognises(FormatInput input);

    /// <summary>How to read a file of this format.</summary>
    Result<FormatPlan> Plan(FormatInput input);
}
