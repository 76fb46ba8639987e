namespace Talent.ServiceDefaults.Tests;

public sealed class RolePermissionsTests
{
    private static readonly Permission[] Development =
    [
        Permission.ReadPeople, Permission.WritePeople, Permission.ErasePeople, Permission.ReadReadiness, Permission.StateReadiness,
        Permission.ReadOwnRecord, Permission.ShareOwnRecord,
    ];

    private static readonly Permission[] Succession =
        [Permission.ReadNominations, Permission.WriteNominations, Permission.ReadBoards, Permission.ReadFlags, Permission.DiscussFlags];

    public static TheoryData<Permission> Permissions => [.. Enum.GetValues<Permission>()];

    [Theory]
    [MemberData(nameof(Permissions))]
    public void Holding_EveryPermission_IsHeldBySomebody(Permission permission) => Assert.NotEmpty(RolePermissions.Holding(permission));

    [Fact]
    public void Of_UnknownRole_IsEmpty() => Assert.Empty(RolePermissions.Of("owner"));

    [Fact]
    public void Of_Service_IsTheFeedAndReactionsAlone() =>
        Assert.Equal([Permission.ReadFeed, Permission.React], RolePermissions.Of(Role.Service).Order());

    [Fact]
    public void Of_Administrator_HoldsNoDevelopmentOrSuccessionData() =>
        Assert.Empty(RolePermissions.Of(Role.Administrator).Intersect([.. Development, .. Succession]));

    [Fact]
    public void Of_Academy_IsTheRegisterAlone() => Assert.Equal([Permission.ReadRegister], RolePermissions.Of(Role.Academy));

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.LineManager)]
    [InlineData(Role.CompanySecretary)]
    public void Of_OtherReaders_HoldNothingOfSuccession(string role) =>
        Assert.Empty(RolePermissions.Of(role).Intersect(Succession));

    [Fact]
    public void Of_CompanySecretary_HoldsNoRatings() =>
        Assert.Empty(RolePermissions.Of(Role.CompanySecretary).Intersect([Permission.ReadReadiness, Permission.StateReadiness]));

    [Theory]
    [InlineData(Permission.RunImports)]
    [InlineData(Permission.WriteRegister)]
    [InlineData(Permission.ReadErasures)]
    [InlineData(Permission.GrantAccess)]
    [InlineData(Permission.Operate)]
    public void Holding_OperationOfTheSystem_IsOfPeopleTheAdministratorAlone(Permission permission) =>
        Assert.Equal([Role.Administrator], RolePermissions.Holding(permission).Intersect(Role.OfPeople));

    [Theory]
    [InlineData(Permission.ReadBoards)]
    [InlineData(Permission.ReadFlags)]
    [InlineData(Permission.DiscussFlags)]
    [InlineData(Permission.ReadNominations)]
    [InlineData(Permission.WriteNominations)]
    [InlineData(Permission.WriteAppointments)]
    public void Holding_SuccessionOfAGroup_IsOfPeopleTheGroupsDirectorAlone(Permission permission) =>
        Assert.Equal([Role.GroupHrDirector], RolePermissions.Holding(permission).Intersect(Role.OfPeople));
}
