using System.Reflection;

namespace Aspire.Hosting.Tests;

/// <summary>Lists what assemblies offer: their extension methods, and every other type with its bases, interfaces and members.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Namespaces = ["Aspire.Hosting", "Aspire.Hosting.ApplicationModel"];

    /// <summary>One extension method a line.</summary>
    public static IReadOnlyList<string> Extensions(params IEnumerable<Assembly> assemblies) =>
        Sorted(assemblies.SelectMany(SignatureText.ExtensionMethods).Select(SignatureText.Of));

    /// <summary>"Type", "Type : base Base", "Type : interface Interface", "Type: member", of all that is no static class.</summary>
    public static IReadOnlyList<string> Types(params IEnumerable<Assembly> assemblies) =>
        Sorted(assemblies.SelectMany(each => each.GetExportedTypes()).Where(IsListed).SelectMany(Lines));

    private static bool IsListed(Type type) =>
        Namespaces.Contains(type.Namespace, StringComparer.Ordinal) && !(type.IsAbstract && type.IsSealed);

    private static IEnumerable<string> Lines(Type type)
    {
        var name = SignatureText.FullName(type);
        yield return name;
        if (type is { IsInterface: false, IsValueType: false } && type.BaseType != typeof(object))
            yield return $"{name} : base {SignatureText.FullName(type.BaseType!)}";
        foreach (var each in type.GetInterfaces().Where(each => each.IsVisible))
            yield return $"{name} : interface {SignatureText.FullName(each)}";
        foreach (var line in type.GetMembers(Declared).Where(IsOwn).SelectMany(Lines))
            yield return $"{name}: {line}";
    }

    // Each accessor by itself, as one of them may be there without the other.
    private static IEnumerable<string> Lines(MemberInfo member)
    {
        var text = SignatureText.Of(member);
        if (member is not PropertyInfo property)
        {
            yield return text;
            yield break;
        }
        if (property.GetMethod is { IsPublic: true })
            yield return $"{text} {{ get; }}";
        if (property.SetMethod is { IsPublic: true })
            yield return $"{text} {{ set; }}";
    }

    // Accessors show as their properties; what every object or enumeration has needs no listing.
    private static bool IsOwn(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object),
        FieldInfo field => !field.IsSpecialName,
        TypeInfo => false,
        _ => true,
    };

    private static List<string> Sorted(IEnumerable<string> lines) =>
        [.. lines.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
