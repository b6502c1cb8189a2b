using System.Globalization;
using System.Text.Json.Serialization;
using Assay.Cases.Accounts;
using Assay.Ground.Outcomes;
using NodaTime;
using NodaTime.Text;

namespace Assay.Cases.Models;

/// <summary>What a model costs, as somebody read it on a day.</summary>
/// <param name="Input">Price of a million tokens of questions.</param>
/// <param name="Output">Price of a million tokens of answers.</param>
/// <param name="Currency">Its currency, three letters such as EUR.</param>
/// <param name="Date">The day on which this was the price.</param>
public sealed record ModelPrice(
    decimal Input,
    decimal Output,
    string Currency,
    [property: JsonConverter(typeof(DateConverter))] LocalDate Date
)
{
    private const int LengthOfCurrency = 3;
    private const decimal Million = 1_000_000;
    private const decimal Dearest = 1_000_000;

    /// <summary>What tokens cost.</summary>
    /// <param name="question">Tokens of questions.</param>
    /// <param name="answer">Tokens of answers.</param>
    public decimal Of(long question, long answer) => (Input * question + Output * answer) / Million;

    /// <summary>An amount with its currency, to a millionth: <c>0.0021 EUR</c>.</summary>
    public string Shown(decimal amount) => $"{amount.ToString("#,##0.00####", CultureInfo.InvariantCulture)} {Currency}";

    /// <summary>The day of the price, ISO.</summary>
    [JsonIgnore]
    public string Day => LocalDatePattern.Iso.Format(Date);

    /// <summary>Reads a price in words: <c>0.15,0.60,USD,2026-11-01</c>.</summary>
    public static Result<ModelPrice> Read(string text)
    {
        if (
            text.Split(',') is [var input, var output, var currency, var day]
            && Amount(input) is { } question
            && Amount(output) is { } answer
            && LocalDatePattern.Iso.Parse(day.Trim()) is { Success: true, Value: var date }
        )
            return Checked(new ModelPrice(question, answer, currency.Trim(), date));
        return new Error(
            ErrorKind.Usage,
            $"--price {Printable.Of(text)} is no price.",
            "Give the price of a million tokens of questions, of a million tokens of answers, the currency and the day: 0.15,0.60,USD,2026-11-01."
        );
    }

    /// <summary>The price of a model in a file of prices; null where the file does not tell it.</summary>
    /// <param name="file">The file.</param>
    /// <param name="endpoint">The endpoint with the name of the model.</param>
    public static Result<ModelPrice?> In(string file, ModelEndpoint endpoint) => PriceFile.Find(file, endpoint);

    /// <summary>The price, where it can be one.</summary>
    internal static Result<ModelPrice> Checked(ModelPrice price) =>
        price.Input is < 0 or > Dearest || price.Output is < 0 or > Dearest
            ? new Error(ErrorKind.Usage, "A price is below nothing, or above a million.", "Prices are those of a million tokens.")
        : price.Currency.Length != LengthOfCurrency || !price.Currency.All(char.IsAsciiLetterUpper)
            ? new Error(ErrorKind.Usage, $"{Printable.Of(price.Currency)} is no currency.", "Give its three letters, such as EUR or USD.")
        : price;

    /// <summary>An amount of money in words, or null.</summary>
    public static decimal? Amount(string text) =>
        decimal.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
