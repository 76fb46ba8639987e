using Grpc.Core;
using Talent.Roles.Tests.Hosting;
using Talent.ServiceDefaults;

namespace Talent.Roles.Tests.Api;

/// <summary>Every RPC of the service declares a permission, and whoever lacks it is refused.</summary>
public class PermissionTests(SqliteRoles host) : IClassFixture<SqliteRoles>
{
    private static readonly Marshaller<byte[]> Bytes = Marshallers.Create(bytes => bytes, bytes => bytes);

    private static readonly IReadOnlyList<CataloguedMethod> Methods = PermissionCatalogue.Of(typeof(RolesRegistration).Assembly);

    public static TheoryData<string, string, string> Refused
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var method in Methods)
            {
                foreach (var role in Role.OfPeople.Append(Role.Service).Except(RolePermissions.Holding(method.Permission!.Value)))
                    cases.Add(ServiceOf(method), method.Method, role);
            }
            return cases;
        }
    }

    [Fact]
    public void Catalogue_OfTheService_HoldsEveryRpcOfTheContract() => Assert.Equal(
        V1.PostServiceReflection.Descriptor.Services.Concat(V1.OrganisationServiceReflection.Descriptor.Services)
            .Concat(V1.ImportServiceReflection.Descriptor.Services)
            .SelectMany(service => service.Methods)
            .Select(method => method.FullName).Order(),
        Methods.Select(method => $"{ServiceOf(method)}.{method.Method}").Order());

    [Fact]
    public void Catalogue_EveryRpc_DeclaresAPermission() => Assert.All(Methods, method => Assert.NotNull(method.Permission));

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Call_WithARoleThatLacksThePermission_IsDenied(string service, string method, string role)
    {
        var headers = role == Role.Service ? await host.AsServiceAsync("succession") : await host.AsAsync(role, Scope.Nation, "person");

        Assert.Equal(StatusCode.PermissionDenied, await StatusOfAsync(service, method, headers));
    }

    [Theory]
    [InlineData("talent.roles.v1.PostService", "GetPost")]
    [InlineData("talent.roles.v1.ImportService", "CreateImport")]
    [InlineData("talent.events.v1.FeedService", "ReadEvents")]
    public async Task Call_WithoutToken_IsUnauthenticated(string service, string method) =>
        Assert.Equal(StatusCode.Unauthenticated, await StatusOfAsync(service, method, []));

    [Fact]
    public async Task ReadEvents_ByAPerson_IsDenied() => Assert.Equal(
        StatusCode.PermissionDenied,
        await StatusOfAsync("talent.events.v1.FeedService", "ReadEvents", await host.AdministratorAsync()));

    private async Task<StatusCode> StatusOfAsync(string service, string method, Metadata headers)
    {
        var rpc = new Method<byte[], byte[]>(MethodType.Unary, service, method, Bytes, Bytes);
        var call = host.Channel.CreateCallInvoker().AsyncUnaryCall(rpc, host: null, new CallOptions(headers), []);
        return (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode;
    }

    private static string ServiceOf(CataloguedMethod method) =>
        "talent.roles.v1." + method.Implementation.Name.Replace("Server", "Service", StringComparison.Ordinal);
}
