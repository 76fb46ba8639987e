using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Microsoft.AspNetCore.Routing;

namespace Talent.ServiceDefaults;

/// <summary>A gRPC method as a service offers it.</summary>
/// <param name="Implementation">The class that offers it.</param>
/// <param name="Method">Name of the method.</param>
/// <param name="Permission">What it requires. Null: it declares nothing, and is refused to everybody.</param>
public sealed record CataloguedMethod(Type Implementation, string Method, Permission? Permission);

/// <summary>Lists every gRPC method that is offered, with its permission: a test holds it against what should be.</summary>
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

    /// <summary>
    /// The methods that an application has mapped, by class and name, with the permission that is in force, whether an attribute on the
    /// method or metadata of the endpoint gives it. The health service of gRPC, which is open, is among them when it is mapped.
    /// </summary>
    public static IReadOnlyList<CataloguedMethod> Of(EndpointDataSource endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return [.. endpoints.Endpoints
            .Select(endpoint => (Grpc: endpoint.Metadata.GetMetadata<GrpcMethodMetadata>(), endpoint.Metadata))
            .Where(endpoint => endpoint.Grpc is not null)
            .Select(endpoint => new CataloguedMethod(
                endpoint.Grpc!.ServiceType,
                endpoint.Grpc.Method.Name,
                endpoint.Metadata.GetMetadata<RequiresPermissionAttribute>()?.Permission))
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
