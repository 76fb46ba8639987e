using System.Reflection;
using System.Runtime.CompilerServices;

namespace Aspire.Hosting.Tests;

/// <summary>Writes members as the reference listings do: with the nullability of every type in them.</summary>
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

    /// <summary>The methods that extend a type, of all static classes.</summary>
    public static IEnumerable<MethodInfo> ExtensionMethods(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.IsDefined(typeof(ExtensionAttribute))
        select method;

    public static string Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor, new NullabilityInfoContext())})",
        MethodInfo method => Of(method),
        PropertyInfo property => $"{Type(new NullabilityInfoContext().Create(property))} {property.Name}",
        _ => member.Name,
    };

    /// <summary>A type by its full name, with its arguments.</summary>
    public static string FullName(Type type) => $"{type.Namespace}.{Name(type, [])}";

    private static string Of(MethodInfo method)
    {
        var context = new NullabilityInfoContext();
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(each => each.Name))}>" : "";
        var constraints = string.Concat(method.IsGenericMethod ? method.GetGenericArguments().Select(Constraints) : []);
        return $"{Type(context.Create(method.ReturnParameter))} {method.Name}{generic}({Parameters(method, context)}){constraints};";
    }

    private static string Parameters(MethodBase method, NullabilityInfoContext context) =>
        string.Join(", ", method.GetParameters().Select(each => Parameter(each, context)));

    private static string Parameter(ParameterInfo parameter, NullabilityInfoContext context)
    {
        var prefix = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
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
}
