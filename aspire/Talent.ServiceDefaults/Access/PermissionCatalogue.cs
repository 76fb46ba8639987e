using System.Reflection;
using Grpc.Core;

namespace Talent.ServiceDefaults;

/// <summary>A gRPC method as a service offers it.</summary>
/// <param name="Implementation">The class that offers it.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Permission">What it requires. Null: it declares nothing, and is refused to everybody.</param>
public sealed record CataloguedMethod(Type Implementation, string Method, Permission? Permission);

/// <summary>Lists every gRPC method that an assembly offers, with its permission: a test holds it against what should be.</summary>
public static class PermissionCatalogue
{
    /// <summary>The methods of every gRPC service class in an assembly, by class and name, those not overridden included.</summary>
    public static IReadOnlyList<CataloguedMethod> Of(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return [.. assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && BaseOf(type) is not null)
            .SelectMany(Of)
            .OrderBy(method => method.Implementation.FullName, StringComparer.Ordinal)
            .ThenBy(method => method.Method, StringComparer.Ordinal)];
    }

    private static IEnumerable<CataloguedMethod> Of(Type implementation) =>
        from declared in BaseOf(implementation)!.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where declared is { IsVirtual: true, IsFinal: false }
        let parameters = declared.GetParameters().Select(parameter => parameter.ParameterType).ToArray()
        where parameters.LastOrDefault() == typeof(ServerCallContext)
        let offered = implementation.GetMethod(declared.Name, parameters)!
        select new CataloguedMethod(
            implementation, declared.Name, offered.GetCustomAttribute<RequiresPermissionAttribute>(inherit: true)?.Permission);

    // The generated base class carries the attribute itself; classes derived from it only inherit it.
    private static Type? BaseOf(Type type)
    {
        for (var each = type.BaseType; each is not null; each = each.BaseType)
        {
            if (each.IsDefined(typeof(BindServiceMethodAttribute), inherit: false))
                return each;
        }
        return null;
    }
}
