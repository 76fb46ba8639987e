using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Talent.Grpc.Tests.Listings;

/// <summary>
/// Lists what an assembly offers, one type (T), base class (B), interface (I), field (F), property (P) or method (M) a line. What
/// Grpc.Tools generates (Grpc.Health.V1) is left out.
/// </summary>
static class PublicSurface
{
    const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetTypes()
        .Where(type => IsOffered(type) && !string.Equals(type.Namespace, "Grpc.Health.V1", StringComparison.Ordinal))
        .SelectMany(Of)
        .Distinct(StringComparer.Ordinal);

    static IEnumerable<string> Of(Type type)
    {
        var name = Name(type);
        yield return $"T {name} : {Kind(type)}";
        if (type is { IsInterface: false, IsValueType: false } && type.BaseType != typeof(object))
            yield return $"B {name} : {Name(type.BaseType!)}";
        foreach (var each in type.GetInterfaces().Where(each => each.IsVisible))
            yield return $"I {name} : {Name(each)}";
        foreach (var field in type.GetFields(Declared).Where(field => IsOffered(field.Attributes) && !field.IsSpecialName))
            yield return $"F {name}.{field.Name} : {Name(field.FieldType)}";
        foreach (var property in type.GetProperties(Declared).Where(property => property.GetAccessors(nonPublic: true).Any(IsOffered)))
            yield return Of(name, property);
        foreach (var constructor in type.GetConstructors(Declared).Where(IsOffered))
            yield return $"M {name}.ctor({Parameters(constructor)})";
        foreach (var method in type.GetMethods(Declared).Where(IsListed))
            yield return $"M {name}.{method.Name}{Arity(method)}({Parameters(method)}) : {Name(method.ReturnType)}";
    }

    static string Of(string type, PropertyInfo property)
    {
        var get = property.GetMethod is { } getter && IsOffered(getter) ? "get" : "";
        var set = property.SetMethod is { } setter && IsOffered(setter) ? "set" : "";
        return $"P {type}.{property.Name} : {Name(property.PropertyType)} {get} {set}";
    }

    /// <summary>Accessors are listed with their property; overrides, which offer nothing new, are not listed.</summary>
    static bool IsListed(MethodInfo method) =>
        IsOffered(method) && !method.IsSpecialName && method.GetBaseDefinition() == method;

    static bool IsOffered(Type type) => type.IsNested
        ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && IsOffered(type.DeclaringType!) &&
            !type.IsDefined(typeof(CompilerGeneratedAttribute))
        : type.IsPublic;

    static bool IsOffered(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    static bool IsOffered(FieldAttributes field) => (field & FieldAttributes.FieldAccessMask) is
        FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    static string Kind(Type type)
    {
        if (type.IsEnum)
            return "enum";
        if (type.IsInterface)
            return "interface";
        if (type.IsValueType)
            return "struct";
        return (type.IsAbstract, type.IsSealed) switch
        {
            (true, true) => "static class",
            (true, false) => "abstract class",
            (false, true) => "sealed class",
            _ => "class",
        };
    }

    static string Arity(MethodInfo method) =>
        method.IsGenericMethod ? string.Create(CultureInfo.InvariantCulture, $"<{method.GetGenericArguments().Length}>") : "";

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)} {parameter.Name}{Default(parameter)}"));

    static string Default(ParameterInfo parameter)
    {
        if (!parameter.HasDefaultValue)
            return "";
        return parameter.DefaultValue is null
            ? "=null"
            : "=" + Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture);
    }

    static string Name(Type type)
    {
        if (type.IsGenericParameter)
            return type.Name;
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        var arguments = type.GetGenericArguments();
        var inherited = type.IsNested ? type.DeclaringType!.GetGenericArguments().Length : 0;
        var prefix = type.IsNested ? Name(type.DeclaringType!) : type.Namespace;
        var bare = type.Name.Split('`')[0];
        var own = arguments.Skip(inherited).Select(Name).ToArray();
        return $"{prefix}.{bare}{(own.Length == 0 ? "" : $"<{string.Join(',', own)}>")}";
    }
}
