using System.Globalization;

namespace Assay.Trainer.Syntax;

/// <summary>The options of training a parser.</summary>
/// <param name="Treebanks">The folder of the treebanks.</param>
/// <param name="Out">The file of the model.</param>
/// <param name="Epochs">Passes over the treebanks.</param>
/// <param name="Seed">The seed of chance.</param>
internal sealed record TrainingOptions(string Treebanks, string Out, int Epochs, ulong Seed)
{
    /// <summary>Reads the options; null where one is missing.</summary>
    public static TrainingOptions? Of(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
        if (Value("--treebanks") is not { } treebanks || Value("--out") is not { } file)
            return null;
        var epochs = int.Parse(Value("--epochs") ?? "11", CultureInfo.InvariantCulture);
        return new TrainingOptions(treebanks, file, epochs, ulong.Parse(Value("--seed") ?? "1", CultureInfo.InvariantCulture));
    }
}
