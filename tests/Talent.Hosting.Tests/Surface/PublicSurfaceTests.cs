using System.Reflection;

namespace Aspire.Hosting.Tests;

/// <summary>The stand-in may hold less than the official packages, never anything more or other.</summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly StandIn = typeof(DistributedApplication).Assembly;

    [Fact]
    public void ExtensionMethods_EveryOne_IsInTheOfficialListing()
    {
        var official = File.ReadLines("Data/aspire-extensions-13.5.2.txt").ToHashSet(StringComparer.Ordinal);
        var ours = SignatureText.ExtensionMethods(StandIn).Select(SignatureText.Of).ToList();
        Assert.NotEmpty(ours);
        Assert.Equal([], ours.Where(each => !official.Contains(each)));
    }

    [Fact]
    public void Types_EveryOneWithItsMembers_IsInTheListing()
    {
        var official = File.ReadLines("Data/aspire-types-13.5.2.txt")
            .Where(line => line.Length > 0 && line[0] != '#')
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], Surface().Where(each => !official.Contains(each)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void StaticClasses_EveryOne_HoldsExtensionMethodsOnly()
    {
        var others = from type in StandIn.GetExportedTypes()
                     where type.IsAbstract && type.IsSealed
                     from member in type.GetMembers(Declared)
                     where !SignatureText.ExtensionMethods(StandIn).Contains(member)
                     select $"{type.Name}.{member.Name}";
        Assert.Empty(others);
    }

    // "Namespace.Type" and "Namespace.Type: member" of everything public that is no static class.
    private static IEnumerable<string> Surface() =>
        from type in StandIn.GetExportedTypes()
        where !(type.IsAbstract && type.IsSealed)
        let name = type.FullName!.Replace('+', '.')
        from line in type.GetMembers(Declared).Where(IsOwn).Select(each => $"{name}: {Member(each)}").Prepend(name)
        select line;

    // Accessors show as their properties; what every object or enumeration has needs no listing.
    private static bool IsOwn(MemberInfo member) => member switch
    {
        MethodInfo method => !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object),
        FieldInfo field => !field.IsSpecialName,
        TypeInfo => false,
        _ => true,
    };

    private static string Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{method.ReturnType.Name} {method.Name}({Parameters(method)})",
        PropertyInfo property => $"{property.PropertyType.Name} {property.Name}{Accessors(property)}",
        _ => member.Name,
    };

    private static string Accessors(PropertyInfo property) =>
        " {" + (property.GetMethod is { IsPublic: true } ? " get;" : "") + (property.SetMethod is { IsPublic: true } ? " set;" : "") + " }";

    private static string Parameters(MethodBase method) =>
        string.Join(", ", method.GetParameters().Select(each => $"{each.ParameterType.Name} {each.Name}"));
}
