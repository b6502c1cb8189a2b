using System.Text.Json;
using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using Assay.Ground.Outcomes;
using NodaTime;

namespace Assay.Cases.Models;

/// <summary>The price of one model in a file of prices.</summary>
internal sealed record ListedPrice
{
    /// <summary>Name of the model, as the endpoint knows it.</summary>
    public required string Model { get; init; }

    /// <summary>Beginning of the address that it is the price of; null for all.</summary>
    public string? Endpoint { get; init; }

    /// <summary>Price of a million tokens of questions.</summary>
    public required decimal Input { get; init; }

    /// <summary>Price of a million tokens of answers.</summary>
    public required decimal Output { get; init; }

    /// <summary>Its currency.</summary>
    public required string Currency { get; init; }

    /// <summary>The day on which this was the price.</summary>
    public required LocalDate Date { get; init; }
}

/// <summary>A file of prices: <c>{"prices": [{"model": …, "input": …, "output": …, "currency": …, "date": …}]}</c>.</summary>
internal sealed record PriceFile
{
    /// <summary>The prices.</summary>
    public required IReadOnlyList<ListedPrice> Prices { get; init; }

    /// <summary>Looks a price up.</summary>
    /// <param name="file">The file.</param>
    /// <param name="endpoint">The endpoint with the name of the model.</param>
    /// <returns>The price: of several the one of that very endpoint, and of these the newest; null where the file has none; or what is
    /// wrong with the file.</returns>
    public static Result<ModelPrice?> Find(string file, ModelEndpoint endpoint)
    {
        PriceFile? read;
        try
        {
            read = JsonSerializer.Deserialize(File.ReadAllBytes(file), PriceJson.Default.PriceFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Wrong(file, null, "The file of prices cannot be read.", "Check its name and its permissions.");
        }
        catch (JsonException e)
        {
            return Wrong(file, e.LineNumber + 1, $"This is no file of prices: {Printable.Of(e.Message)}", "docs/models.md shows one.");
        }

        var prices = new List<(ListedPrice Listed, ModelPrice Price)>();
        foreach (var listed in read?.Prices ?? [])
        {
            var price = ModelPrice.Checked(new ModelPrice(listed.Input, listed.Output, listed.Currency, listed.Date));
            if (!price.Succeeded)
                return Wrong(file, null, $"{Printable.Of(listed.Model)}: {price.Error.Message}", price.Error.Hint);
            if (listed.Model == endpoint.Model && endpoint.Shown.StartsWith(listed.Endpoint ?? "", StringComparison.Ordinal))
                prices.Add((listed, price.Value));
        }

        return prices.OrderBy(p => p.Listed.Endpoint is null).ThenByDescending(p => p.Price.Date).Select(p => p.Price).FirstOrDefault();
    }

    private static Error Wrong(string file, long? line, string message, string hint) =>
        new(ErrorKind.Input, message, hint, new Location(file, line));
}

/// <summary>The JSON form of a file of prices.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    Converters = [typeof(DateConverter)]
)]
[JsonSerializable(typeof(PriceFile))]
internal sealed partial class PriceJson : JsonSerializerContext;
