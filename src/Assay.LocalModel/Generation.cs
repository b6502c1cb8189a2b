using System.Text;
using LLama;
using LLama.Native;
using LLama.Sampling;

namespace Assay.LocalModel;

/// <summary>What a model said.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Tokens">How many tokens they are.</param>
/// <param name="IsCut">True where it ends at the limit of its length.</param>
internal sealed record Said(string Text, int Tokens, bool IsCut);

/// <summary>Lets a model answer under a grammar, always with the likeliest token: the same question gets the same answer on the same
/// processor.</summary>
internal static class Generation
{
    /// <summary>Asks.</summary>
    /// <param name="context">A context of its own.</param>
    /// <param name="tokens">The question.</param>
    /// <param name="question">What is asked for.</param>
    /// <param name="most">Most tokens of the answer.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="HttpRequestException">The model failed while it answered.</exception>
    public static Said Of(LLamaContext context, List<LLamaToken> tokens, LocalQuestion question, int most, CancellationToken cancellation)
    {
        using var pipeline = new DefaultSamplingPipeline { Temperature = 0, Grammar = new Grammar(question.Grammar, "root") };
        var decoder = new StreamingTokenDecoder(context);
        var text = new StringBuilder();
        var batch = new LLamaBatch();
        var past = Shown(context, batch, tokens, cancellation);
        for (var n = 0; n < most; n++)
        {
            cancellation.ThrowIfCancellationRequested();
            var token = pipeline.Sample(context.NativeHandle, batch.TokenCount - 1);
            if (token.IsEndOfGeneration(context.Vocab))
                return new Said(text.ToString(), n, false);
            decoder.Add(token);
            text.Append(decoder.Read());
            batch.Clear();
            batch.Add(token, past++, LLamaSeqId.Zero, true);
            if (n + 1 < most)
                Checked(context.Decode(batch));
        }

        return new Said(text.ToString(), most, true);
    }

    // The question goes in by batches, so that it can be stopped between two of them.
    private static int Shown(LLamaContext context, LLamaBatch batch, List<LLamaToken> tokens, CancellationToken cancellation)
    {
        var size = (int)context.BatchSize;
        for (var from = 0; from < tokens.Count; from += size)
        {
            cancellation.ThrowIfCancellationRequested();
            batch.Clear();
            for (var at = from; at < Math.Min(from + size, tokens.Count); at++)
                batch.Add(tokens[at], at, LLamaSeqId.Zero, at == tokens.Count - 1);
            Checked(context.Decode(batch));
        }

        return tokens.Count;
    }

    private static void Checked(DecodeResult result)
    {
        if (result != DecodeResult.Ok)
            throw new HttpRequestException(HttpRequestError.ResponseEnded, $"The model stopped: {result}.");
    }
}
