namespace Talent.ServiceDefaults;

/// <summary>Machine-readable reasons that every service gives alike. A service adds its own, in the same UPPER_SNAKE_CASE.</summary>
public static class Reason
{
    /// <summary>A field of the request is wrong.</summary>
    public const string InvalidField = "INVALID_FIELD";

    /// <summary>What was asked for does not exist, or the caller may not know that it does.</summary>
    public const string NotFound = "NOT_FOUND";

    /// <summary>A changed request came under the request id of an earlier one.</summary>
    public const string RequestIdReused = "REQUEST_ID_REUSED";

    /// <summary>Somebody else changed it meanwhile.</summary>
    public const string Conflict = "CONFLICT";

    /// <summary>The caller's roles do not hold the permission.</summary>
    public const string PermissionMissing = "PERMISSION_MISSING";

    /// <summary>The method declares no permission, so nobody may call it.</summary>
    public const string PermissionUndeclared = "PERMISSION_UNDECLARED";

    /// <summary>The record is outside the caller's scopes.</summary>
    public const string OutOfScope = "OUT_OF_SCOPE";

    /// <summary>The call carries no token.</summary>
    public const string TokenMissing = "TOKEN_MISSING";

    /// <summary>The token is not one of ours, or was changed.</summary>
    public const string TokenInvalid = "TOKEN_INVALID";

    /// <summary>The token has expired; a new one lets the call be repeated.</summary>
    public const string TokenExpired = "TOKEN_EXPIRED";

    /// <summary>The keys of the token's issuer could not be read just now.</summary>
    public const string KeysUnavailable = "KEYS_UNAVAILABLE";

    /// <summary>The database does not answer just now; the call may be repeated.</summary>
    public const string DatabaseUnavailable = "DATABASE_UNAVAILABLE";

    /// <summary>Something failed that the caller cannot mend.</summary>
    public const string Internal = "INTERNAL";
}
