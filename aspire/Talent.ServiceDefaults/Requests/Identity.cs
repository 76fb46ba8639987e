using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>
/// The form of every identity: a UUID in 36 characters, lower case, with hyphens. Identities travel in events, logs and addresses, so
/// nothing that could be a name or an address of a person passes as one.
/// </summary>
public static class Identity
{
    /// <summary>Whether a text has the form.</summary>
    public static bool IsWellFormed(string value) =>
        Guid.TryParseExact(value, "D", out var identity) && string.Equals(identity.ToString("D"), value, StringComparison.Ordinal);

    /// <summary>An identity of a request.</summary>
    /// <param name="field">Path of the field as in the contract.</param>
    /// <param name="value">The request's; the answer never repeats it.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it does not have the form.</exception>
    public static string Check(string field, string value) => IsWellFormed(value)
        ? value
        : throw Errors.Invalid(field, "Give an id as this system makes them: a UUID of 36 characters, lower case, with hyphens.");

    /// <summary>An identity that a request may choose; empty: it chooses none.</summary>
    /// <param name="field">Path of the field as in the contract.</param>
    /// <param name="value">The request's; the answer never repeats it.</param>
    /// <exception cref="RpcException">INVALID_ARGUMENT: it is neither empty nor of the form.</exception>
    public static string CheckChosen(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Length == 0 ? value : Check(field, value);
    }
}
