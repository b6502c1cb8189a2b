using System.Text.Json;

namespace Assay.Cases.Accounts;

/// <summary>Reads single items.</summary>
internal static class ItemForm
{
    /// <summary>Reads an item that a person wrote; what is left out has its default.</summary>
    /// <typeparam name="T">The type of the item.</typeparam>
    /// <param name="json">The item.</param>
    /// <returns>The item, or what is wrong with it, in a sentence.</returns>
    public static (T? Item, string? Wrong) Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, AccountJson.Reading) is { } item ? (item, null) : (null, "There is nothing here.");
        }
        catch (JsonException e)
        {
            var member = e.Path is { Length: > 2 } path ? path[2..] + ": " : "";
            return (null, member + AccountReader.Plain(e.Message));
        }
    }
}
