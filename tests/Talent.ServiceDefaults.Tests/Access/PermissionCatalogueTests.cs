namespace Talent.ServiceDefaults.Tests;

public sealed class PermissionCatalogueTests
{
    private static readonly IReadOnlyList<CataloguedMethod> Methods = PermissionCatalogue.Of(typeof(Probe).Assembly);

    [Fact]
    public void Of_Assembly_ListsEveryMethodOfTheContract() =>
        Assert.Equal(
            ProbeService.Descriptor.Methods.Select(method => method.Name).Order(StringComparer.Ordinal),
            Methods.Where(method => method.Implementation == typeof(Probe)).Select(method => method.Method));

    [Fact]
    public void Of_DeclaredMethod_GivesItsPermission() => Assert.Equal(Permission.ReadBoards, PermissionOf(typeof(Probe), "AskBoard"));

    [Fact]
    public void Of_UndeclaredMethod_GivesNone() => Assert.Null(PermissionOf(typeof(Probe), "AskUndeclared"));

    [Fact]
    public void Of_MethodThatIsNotOverridden_GivesNone() => Assert.Null(PermissionOf(typeof(Partial), "AskBoard"));

    private static Permission? PermissionOf(Type type, string name) =>
        Assert.Single(Methods, method => method.Implementation == type && method.Method == name).Permission;

    private sealed class Partial : ProbeService.ProbeServiceBase;
}
