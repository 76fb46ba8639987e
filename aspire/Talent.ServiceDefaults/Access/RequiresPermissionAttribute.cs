namespace Talent.ServiceDefaults;

/// <summary>
/// Declares the permission of a gRPC method. A method without one is refused by <see cref="PermissionInterceptor"/>; the health service
/// of gRPC alone is open.
/// </summary>
/// <param name="permission">What the caller's roles must hold.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresPermissionAttribute(Permission permission) : Attribute
{
    /// <summary>What the caller's roles must hold.</summary>
    public Permission Permission { get; } = permission;
}
