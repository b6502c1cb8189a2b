using System.Diagnostics.CodeAnalysis;

namespace Assay.Ground.Outcomes;

/// <summary>Either a value or an <see cref="Error"/>. The default value is not valid and throws when read.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public readonly record struct Result<T>
{
    private readonly T? value;
    private readonly Error? error;

    private Result(T? value, Error? error) => (this.value, this.error) = (value, error);

    /// <summary>True where there is a value; <see cref="Value"/> may then be read.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">This result is an error.</exception>
    public T Value => error is null ? value! : throw new InvalidOperationException($"There is no value: {error}");

    /// <summary>The error, or null where there is a value.</summary>
    public Error? Error => error;

    /// <summary>Wraps a value.</summary>
    public static implicit operator Result<T>(T value) => new(value, null);

    /// <summary>Wraps an error.</summary>
    public static implicit operator Result<T>(Error error) => new(default, error);

    /// <summary>Hands the value or the error to one of two functions and returns what it returns.</summary>
    public TOut Match<TOut>(Func<T, TOut> onValue, Func<Error, TOut> onError) => error is null ? onValue(value!) : onError(error);
}
