using Talent.Messaging.Storage;

namespace Talent.Portal.Storage;

/// <summary>An account: who may sign in. It holds no name; names live in the Development service.</summary>
public sealed class AccountRow
{
    /// <summary>Its id; the actor of everything done under it.</summary>
    public required string Id { get; init; }

    /// <summary>How it is found at sign-in: issuer and subject of the provider, or <c>demonstration:KEY</c>.</summary>
    public required string SignInName { get; init; }

    /// <summary>Id of the person's record; null when the account has none.</summary>
    public string? PersonId { get; set; }

    /// <summary>From then on nobody signs in with it. Null: it is open.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>A role granted to an account for a scope, from a day on.</summary>
public sealed class AccountGrantRow
{
    /// <summary>Id of the account.</summary>
    public required string AccountId { get; init; }

    /// <summary>The role.</summary>
    public required string Role { get; init; }

    /// <summary>The scope, written as <c>group:ID</c>, <c>nation</c> or <c>self</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>First day on which it holds, in London.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>First day on which it no longer holds. Null: it goes on.</summary>
    public DateOnly? ValidUntil { get; set; }
}

/// <summary>What an administrator changed about an account: an audit, without the person's record.</summary>
public sealed class AccountChangeRow
{
    /// <summary>Its id; later changes have later ones.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the account.</summary>
    public required string AccountId { get; init; }

    /// <summary>Id of the account under which it was changed.</summary>
    public required string ChangedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary><c>granted</c>, <c>ended</c>, or <c>linked</c> to the person's record.</summary>
    public required string What { get; init; }

    /// <summary>The role; empty: it concerns none.</summary>
    public required string Role { get; init; }

    /// <summary>The scope as it is written; empty: it concerns none.</summary>
    public required string Scope { get; init; }

    /// <summary>First day on which the role holds, or no longer holds. Null: it concerns none.</summary>
    public DateOnly? Day { get; init; }
}

/// <summary>A sign-in and what became of it.</summary>
public sealed class SessionRow
{
    /// <summary>Its id, held in the encrypted cookie.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the account.</summary>
    public required string AccountId { get; init; }

    /// <summary>When somebody signed in.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was used last, to within a few minutes.</summary>
    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>From then on it is over, whether used or not.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>From then on it is over, because somebody signed out or it was taken back. Null: it was not.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>A form that is being filled in, question by question, or was sent.</summary>
public sealed class JourneyRow : IVersioned
{
    /// <summary>Its id, which is also the request id of the command that it sends.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the account that fills it in; nobody else may.</summary>
    public required string AccountId { get; init; }

    /// <summary>Which form it is, for example <c>appoint</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of what it is about, for example the post.</summary>
    public required string Subject { get; init; }

    /// <summary>The answers so far, as JSON. Emptied but for the reason when it is sent, because it may hold a name.</summary>
    public required string Answers { get; set; }

    /// <summary>When the first answer was given.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it was sent. Null: it was not.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <inheritdoc />
    public long Version { get; set; }
}

/// <summary>A key of Data Protection.</summary>
public sealed class ProtectionKeyRow
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>The key as XML. A secret: it never leaves the portal's database.</summary>
    public required string Xml { get; init; }
}
