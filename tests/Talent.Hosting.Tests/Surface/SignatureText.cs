using System.Reflection;
using System.Runtime.CompilerServices;

namespace Aspire.Hosting.Tests;

/// <summary>Writes an extension method as the reference listing does.</summary>
internal static class SignatureText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(bool)] = "bool",
        [typeof(object)] = "object",
        [typeof(void)] = "void",
    };

    public static string Of(MethodInfo method)
    {
        var context = new NullabilityInfoContext();
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(each => each.Name))}>" : "";
        var parameters = method.GetParameters().Select((each, index) => Parameter(each, index, context));
        var constraints = string.Concat(method.IsGenericMethod ? method.GetGenericArguments().Select(Constraints) : []);
        return $"{Type(context.Create(method.ReturnParameter))} {method.Name}{generic}({string.Join(", ", parameters)}){constraints};";
    }

    private static string Parameter(ParameterInfo parameter, int index, NullabilityInfoContext context)
    {
        var prefix = index == 0 ? "this " : "";
        if (parameter.IsDefined(typeof(ParamArrayAttribute)))
            prefix += "params ";
        if (parameter.ParameterType.IsByRef)
            prefix += "in ";
        var value = parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue)}" : "";
        return $"{prefix}{Type(context.Create(parameter))} {parameter.Name}{value}";
    }

    private static string Type(NullabilityInfo info)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying, []) + "?";
        if (type.IsArray)
            return Type(info.ElementType!) + "[]" + Mark(info);
        return Name(type, info.GenericTypeArguments) + (type.IsValueType || type.IsGenericParameter ? "" : Mark(info));
    }

    private static string Mark(NullabilityInfo info) => info.ReadState == NullabilityState.Nullable ? "?" : "";

    private static string Name(Type type, NullabilityInfo[] arguments)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        var name = type.IsNested && !type.IsGenericParameter ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name;
        if (!type.IsGenericType)
            return name;
        var inner = arguments.Length > 0 ? arguments.Select(Type) : type.GetGenericArguments().Select(each => Name(each, []));
        return $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", inner)}>";
    }

    private static string Constraints(Type parameter)
    {
        var parts = parameter.GetGenericParameterConstraints().Select(each => Name(each, [])).ToList();
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            parts.Add("new()");
        return parts.Count == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", parts)}";
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        _ => value.ToString()!,
    };

    public static IEnumerable<MethodInfo> ExtensionMethods(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(ExtensionAttribute))
        select method;
}
