using System.Text;
using System.Text.Json;
using LLama;
using LLama.Native;

namespace Assay.LocalModel;

/// <summary>A question as it is read from the body that an endpoint would get.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="System">What it is told.</param>
/// <param name="Text">What it is shown.</param>
/// <param name="Grammar">What its answer has to be, for llama.cpp.</param>
/// <param name="MostTokens">How long the answer may be.</param>
internal sealed record LocalQuestion(string Model, string System, string Text, string Grammar, int MostTokens)
{
    // What no text of a user is: it is taken out again before anything is shown to the model.
    private const string Told = "\u0001told\u0001";
    private const string Shown = "\u0001shown\u0001";

    /// <summary>Reads a body.</summary>
    public static LocalQuestion Read(JsonElement body)
    {
        var messages = body.GetProperty("messages");
        var schema = body.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema");
        return new LocalQuestion(
            body.GetProperty("model").GetString()!,
            messages[0].GetProperty("content").GetString()!,
            messages[1].GetProperty("content").GetString()!,
            SchemaGrammar.Of(schema),
            body.GetProperty("max_tokens").GetInt32()
        );
    }

    /// <summary>The question in tokens, in the form of talk that the model was made for. Marks of that form in the text of a source are
    /// letters
    /// and nothing else: no text ends its own turn.</summary>
    public List<LLamaToken> Tokens(LLamaWeights weights)
    {
        var tokens = new List<LLamaToken>();
        foreach (var (part, isForm) in Parts(Form(weights)))
            tokens.AddRange(weights.Tokenize(part, add_bos: tokens.Count == 0, special: isForm, Encoding.UTF8));
        return tokens;
    }

    private IEnumerable<(string Part, bool IsForm)> Parts(string form)
    {
        var (told, shown) = (form.IndexOf(Told, StringComparison.Ordinal), form.IndexOf(Shown, StringComparison.Ordinal));
        yield return (form[..told], true);
        yield return (System, false);
        yield return (form[(told + Told.Length)..shown], true);
        yield return (Text, false);
        yield return (form[(shown + Shown.Length)..], true);
    }

    private static string Form(LLamaWeights weights)
    {
        const string plain = Told + "\n\n" + Shown + "\n\n";
        if (!weights.Metadata.ContainsKey("tokenizer.chat_template"))
            return plain;
        var form = new LLamaTemplate(weights) { AddAssistant = true };
        form.Add("system", Told);
        form.Add("user", Shown);
        var text = Encoding.UTF8.GetString(form.Apply());
        return text.Contains(Told, StringComparison.Ordinal) && text.Contains(Shown, StringComparison.Ordinal) ? text : plain;
    }
}
