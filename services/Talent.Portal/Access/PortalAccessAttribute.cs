using Talent.ServiceDefaults;

namespace Talent.Portal.Access;

/// <summary>
/// Who may open a page or endpoint of the portal. Everything declares exactly one; what declares none is refused
/// (<see cref="AccessGate"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public abstract class PortalAccessAttribute : Attribute
{
    /// <summary>Whether it is open without signing in.</summary>
    public abstract bool OpenToEverybody { get; }

    /// <summary>Whether a signed-in caller may open it.</summary>
    public abstract bool Admits(Caller caller);
}

/// <summary>Open without signing in: it shows nothing of anybody.</summary>
public sealed class OpenToEverybodyAttribute : PortalAccessAttribute
{
    /// <inheritdoc />
    public override bool OpenToEverybody => true;

    /// <inheritdoc />
    public override bool Admits(Caller caller) => true;
}

/// <summary>Open to everybody who is signed in; what it shows depends on their roles.</summary>
public sealed class OpenToSignedInAttribute : PortalAccessAttribute
{
    /// <inheritdoc />
    public override bool OpenToEverybody => false;

    /// <inheritdoc />
    public override bool Admits(Caller caller) => true;
}

/// <summary>Open to callers with a role that holds the permission. The services filter by scope and refuse once more.</summary>
/// <param name="permission">What the caller's roles must hold.</param>
public sealed class PermitsAttribute(Permission permission) : PortalAccessAttribute
{
    /// <summary>What the caller's roles must hold.</summary>
    public Permission Permission { get; } = permission;

    /// <inheritdoc />
    public override bool OpenToEverybody => false;

    /// <inheritdoc />
    public override bool Admits(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Holds(Permission);
    }
}
