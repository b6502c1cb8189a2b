using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Assay.Cases.Accounts;

/// <summary>One item of an account as data.</summary>
/// <param name="Kind">The list of the account it stands in: <c>events</c>, <c>clocks</c>, <c>claims</c>, ...</param>
/// <param name="Id">Its id.</param>
/// <param name="Body">The whole item as a JSON object on one line, with every member.</param>
public sealed record AccountItem(string Kind, string Id, string Body)
{
    /// <summary>The item itself. What a case keeps is the same object from one question to the next, and is read once.</summary>
    /// <param name="form">The compiled form of an item of its list.</param>
    internal T Read<T>(JsonTypeInfo<T> form)
        where T : class
    {
        if (known is var (body, item) && ReferenceEquals(body, Body) && item is T same)
            return same;
        var made = AccountList<T>.Parsed(Body, form);
        known = new Known(Body, made);
        return made;
    }

    /// <summary>True where both are the same data, whether read or not.</summary>
    public bool Equals(AccountItem? other) => other is not null && Kind == other.Kind && Id == other.Id && Body == other.Body;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Id, Body);

    private volatile Known? known; // with the body that it was read from: a copy may have another

    private sealed record Known(string Body, object Item);
}

/// <summary>One list of an account, whatever its items are.</summary>
/// <param name="name">Its name in the JSON form of an account.</param>
internal abstract class AccountList(string name)
{
    /// <summary>Its name in the JSON form of an account.</summary>
    public string Name { get; } = name;

    /// <summary>Its items.</summary>
    public abstract IEnumerable<AccountItem> Items(Account account);

    /// <summary>The ids of its items.</summary>
    public abstract IEnumerable<string> Ids(Account account);

    /// <summary>The account with more items at the end of the list.</summary>
    /// <param name="account">The account.</param>
    /// <param name="bodies">The items, each with every member.</param>
    public abstract Account Plus(Account account, IEnumerable<string> bodies);

    /// <summary>The account with these items in the list, and no others.</summary>
    /// <param name="account">The account.</param>
    /// <param name="items">The items, each with every member.</param>
    public abstract Account With(Account account, IEnumerable<AccountItem> items);

    /// <summary>The account with some of its items changed as JSON.</summary>
    /// <param name="account">The account.</param>
    /// <param name="ids">Those to change; of all others nothing is asked.</param>
    /// <param name="change">From the id and the body of an item to its new body; null where it stays as it is.</param>
    public abstract Account Change(Account account, IReadOnlySet<string> ids, Func<string, string, string?> change);

    /// <summary>The body of an item with every member, or what is wrong with it.</summary>
    /// <param name="json">The item, members with defaults left out or not.</param>
    /// <param name="id">The id it is to have.</param>
    public abstract (string? Body, string? Wrong) Whole(string json, string id);
}

/// <summary>A list of items of one type.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="name">Its name in the JSON form of an account.</param>
/// <param name="idOf">The id of an item.</param>
/// <param name="get">Takes the list out of an account.</param>
/// <param name="set">Puts a list into an account.</param>
/// <param name="form">The compiled form of an item.</param>
internal sealed class AccountList<T>(
    string name,
    Func<T, string> idOf,
    Func<Account, IReadOnlyList<T>> get,
    Func<Account, IReadOnlyList<T>, Account> set,
    JsonTypeInfo<T> form
) : AccountList(name)
    where T : class
{
    /// <inheritdoc/>
    public override IEnumerable<string> Ids(Account account) => get(account).Select(idOf);

    /// <inheritdoc/>
    public override Account Plus(Account account, IEnumerable<string> bodies) =>
        set(account, [.. get(account), .. bodies.Select(b => Parsed(b, form))]);

    /// <inheritdoc/>
    public override IEnumerable<AccountItem> Items(Account account) =>
        get(account).Select(item => new AccountItem(Name, idOf(item), Written(item)));

    /// <inheritdoc/>
    public override Account With(Account account, IEnumerable<AccountItem> items) => set(account, [.. items.Select(i => i.Read(form))]);

    /// <inheritdoc/>
    public override Account Change(Account account, IReadOnlySet<string> ids, Func<string, string, string?> change)
    {
        var items = get(account);
        List<T>? changed = null;
        for (var i = 0; i < items.Count; i++)
            if (idOf(items[i]) is var id && ids.Contains(id) && change(id, Written(items[i])) is { } body)
                (changed ??= [.. items])[i] = Parsed(body, form);
        return changed is null ? account : set(account, changed);
    }

    /// <inheritdoc/>
    public override (string? Body, string? Wrong) Whole(string json, string id)
    {
        var (item, wrong) = ItemForm.Read<T>(json);
        if (item is null)
            return (null, wrong);
        var own = idOf(item);
        return own == id ? (Written(item), null) : (null, $"The id of the item is {id}, and cannot become “{own}”.");
    }

    private string Written(T item) => JsonSerializer.Serialize(item, form);

    /// <summary>An item of its body.</summary>
    internal static T Parsed(string body, JsonTypeInfo<T> form) =>
        JsonSerializer.Deserialize(body, form) ?? throw new InvalidOperationException("An item of an account is null.");
}
