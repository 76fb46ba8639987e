using Grpc.Core;
using Talent.Development.Tests.Running;
using Talent.Development.V1;
using Talent.ServiceDefaults;

namespace Talent.Development.Tests.Api;

/// <summary>Every method and its permission, and every role that must be refused.</summary>
public sealed class PermissionTests(SqliteDevelopment fixture) : IClassFixture<SqliteDevelopment>
{
    private static readonly Dictionary<string, Permission> Methods = new()
    {
        ["GetPerson"] = Permission.ReadPeople,
        ["ListPeople"] = Permission.ReadPeople,
        ["BatchGetPeople"] = Permission.ReadPeople,
        ["CreatePerson"] = Permission.WritePeople,
        ["BatchCreatePeople"] = Permission.WritePeople,
        ["UpdatePerson"] = Permission.WritePeople,
        ["StateReadiness"] = Permission.StateReadiness,
        ["ListReadinessStatements"] = Permission.ReadReadiness,
        ["StateIntention"] = Permission.StateReadiness,
        ["ListIntentions"] = Permission.ReadOwnRecord,
        ["RecordCredential"] = Permission.WritePeople,
        ["ListCredentials"] = Permission.ReadPeople,
        ["ChooseSharing"] = Permission.ShareOwnRecord,
        ["ListSharingChoices"] = Permission.ReadOwnRecord,
        ["ListRecordReads"] = Permission.ReadOwnRecord,
        ["ErasePerson"] = Permission.ErasePeople,
        ["ListErasures"] = Permission.ReadErasures,
    };

    private static readonly Dictionary<string, Caller> ByRole = new()
    {
        [Role.GroupHrDirector] = Callers.Director("group", "person"),
        [Role.Leader] = Callers.Leader("person"),
        [Role.LineManager] = Callers.LineManager("person"),
        [Role.CompanySecretary] = Callers.CompanySecretary("group"),
        [Role.Academy] = Callers.Academy,
        [Role.Administrator] = Callers.Administrator,
        [Role.Service] = Callers.Service,
        [Role.Demonstration] = Callers.Loader,
    };

    public static TheoryData<string, string> Refused()
    {
        var refused = new TheoryData<string, string>();
        foreach (var (method, permission) in Methods)
        {
            foreach (var role in ByRole.Keys.Except(RolePermissions.Holding(permission)))
                refused.Add(method, role);
        }
        return refused;
    }

    [Fact]
    public void Methods_All_DeclareThesePermissions()
    {
        var declared = PermissionCatalogue.Of(typeof(DevelopmentRegistration).Assembly);

        Assert.Equal(
            Methods.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, (Permission?)pair.Value)),
            declared.Select(method => (method.Method, method.Permission)));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task Call_RoleWithoutThePermission_IsDenied(string method, string role)
    {
        var descriptor = PersonServiceReflection.Descriptor.Services[0].FindMethodByName(method);
        var call = new Method<byte[], byte[]>(
            MethodType.Unary, PersonServiceReflection.Descriptor.Services[0].FullName, descriptor.Name,
            Marshallers.Create(bytes => bytes, bytes => bytes), Marshallers.Create(bytes => bytes, bytes => bytes));
        var headers = await fixture.Host.AsAsync(ByRole[role]);

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await fixture.Host.Channel.CreateCallInvoker()
            .AsyncUnaryCall(call, host: null, new CallOptions(headers), []));

        Assert.Equal((StatusCode.PermissionDenied, Reason.PermissionMissing), (exception.StatusCode, exception.GetDetails().Reason));
    }

    [Fact]
    public async Task GetPerson_WithoutToken_IsUnauthenticated()
    {
        var exception = await Assert.ThrowsAsync<RpcException>(async () => await fixture.Host.People.GetPersonAsync(new GetPersonRequest { Id = "any" }));

        Assert.Equal(StatusCode.Unauthenticated, exception.StatusCode);
    }
}
