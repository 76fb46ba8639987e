using System.Reflection;
using Grpc.Core;

namespace Grpc.AspNetCore.Server;

/// <summary>
/// Finds the methods of a service class. Generated code lists the methods without handlers when it is given no instance,
/// so the method that serves each is found by its name and parameters and called on the instance of the call.
/// </summary>
static class ServiceMethods
{
    public static void Bind(Type service, ServiceBinderBase binder)
    {
        for (var type = service; type is not null; type = type.BaseType)
        {
            if (type.GetCustomAttribute<BindServiceMethodAttribute>(inherit: false) is not { } bind)
                continue;
            var list = bind.BindType.GetMethod(bind.BindMethodName, [typeof(ServiceBinderBase), type]) ??
                throw new InvalidOperationException($"{bind.BindType} has no method {bind.BindMethodName} that lists methods.");
            list.Invoke(null, [binder, null]);
            return;
        }

        throw new InvalidOperationException($"{service} does not derive from a generated gRPC service base.");
    }

    public static MethodInfo Find(Type service, IMethod method, Type[] parameters) =>
        service.GetMethod(method.Name, parameters) ??
        throw new InvalidOperationException($"{service} has no method {method.Name} of the shape of {method.FullName}.");
}
