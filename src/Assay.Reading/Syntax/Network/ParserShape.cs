namespace Assay.Reading.Syntax.Network;

/// <summary>The sizes of a parser's network.</summary>
/// <param name="Embedding">Numbers of an embedding, and units of one direction of a recurrent layer; a multiple of eight.</param>
/// <param name="Layers">Recurrent layers.</param>
/// <param name="TagLayer">How many of them the tagger sits on.</param>
/// <param name="Arc">Width of the two sides of an arc.</param>
/// <param name="Label">Width of the hidden layer of the labels.</param>
/// <param name="Rows">Rows of the table of embeddings.</param>
/// <param name="Upos">Universal parts of speech.</param>
/// <param name="Tags">Tags of the treebank.</param>
/// <param name="Relations">Relations.</param>
internal sealed record ParserShape(int Embedding, int Layers, int TagLayer, int Arc, int Label, int Rows, int Upos, int Tags, int Relations)
{
    /// <summary>Tokens on whose embeddings the first layer looks.</summary>
    public const int Window = 3;

    /// <summary>Width of a recurrent layer's output.</summary>
    public int Both => 2 * Embedding;

    /// <summary>Outputs of the tagger.</summary>
    public int AllTags => Upos + Tags;

    /// <summary>Both sides of an arc and both sides of a label, in this order: head, dependent, head's label, dependent's label.</summary>
    public int Sides => 2 * Arc + 2 * Label;

    /// <summary>Width of the input of a recurrent layer.</summary>
    public int Input(int layer) => layer == 0 ? Embedding : Both;
}
