namespace Talent.ServiceDefaults.Tests;

public sealed class CallerTests
{
    private static readonly Place GroupOne = Place.OfGroup("group-one");
    private static readonly Place GroupTwo = Place.OfGroup("group-two");

    [Fact]
    public void Sees_GroupOfTheGrant_IsTrue() => Assert.True(Callers.Director.Under(Permission.ReadBoards).Sees(GroupOne));

    [Fact]
    public void Sees_AnotherGroup_IsFalse() => Assert.False(Callers.Director.Under(Permission.ReadBoards).Sees(GroupTwo));

    [Fact]
    public void Sees_UnderNoPermission_IsFalse() => Assert.False(Callers.Director.Sees(GroupOne));

    [Fact]
    public void Sees_UnderAPermissionThatIsNotHeld_IsFalse() =>
        Assert.False(Callers.Director.Under(Permission.RunImports).Sees(GroupOne));

    [Fact]
    public void Sees_WideScopeOfARoleWithoutThePermission_DoesNotWidenTheOtherRole()
    {
        var caller = Caller.Person(
            "account", "person", new Grant(Role.Academy, Scope.Nation), new Grant(Role.GroupHrDirector, Scope.Group("group-one")));

        Assert.False(caller.Under(Permission.ReadBoards).Sees(GroupTwo));
        Assert.True(caller.Under(Permission.ReadRegister).Sees(GroupTwo));
    }

    [Theory]
    [InlineData("nation", true)]
    [InlineData("region:Y56", true)]
    [InlineData("region:Y58", false)]
    [InlineData("icb:QMJ", true)]
    [InlineData("icb:QWE", false)]
    [InlineData("group:group-one", true)]
    [InlineData("group:Y56", false)]
    [InlineData("trust:RAL", true)]
    [InlineData("trust:QMJ", false)]
    [InlineData("self", false)]
    public void Sees_PlaceWithAllItsParts_IsCoveredByEachKindOfScope(string scope, bool seen)
    {
        Assert.True(Scope.TryParse(scope, out var parsed));
        var place = new Place { GroupIds = ["group-one"], OrganisationCodes = ["RAL"], IcbCodes = ["QMJ"], RegionCodes = ["Y56"] };
        var caller = Caller.Person("account", "person", new Grant(Role.Leader, parsed)).Under(Permission.ReadPosts);

        Assert.Equal(seen, caller.Sees(place));
    }

    [Fact]
    public void Sees_PlaceOfWhichNothingIsKnown_IsTrueForTheNationAlone()
    {
        Assert.True(Callers.Academy.Under(Permission.ReadRegister).Sees(new Place()));
        Assert.False(Callers.Director.Under(Permission.ReadRegister).Sees(new Place()));
    }

    [Fact]
    public void SeesGroup_EmptyIdAndEmptyScope_IsFalse()
    {
        var caller = Caller.Person("account", "person", new Grant(Role.GroupHrDirector, new Scope(ScopeKind.Group)));

        Assert.False(caller.Under(Permission.ReadBoards).SeesGroup(""));
    }

    [Fact]
    public void SeesOrganisation_TrustOfTheGrant_IsTrueAndAnotherIsFalse()
    {
        var caller = Caller.Person("account", "person", new Grant(Role.CompanySecretary, Scope.Trust("RAL"))).Under(Permission.ReadPosts);

        Assert.True(caller.SeesOrganisation("RAL"));
        Assert.False(caller.SeesOrganisation("RA2"));
    }

    [Fact]
    public void SeesPerson_OwnRecordWithSelfScope_IsTrue() =>
        Assert.True(Callers.Leader.Under(Permission.ReadPeople).SeesPerson("person-leader", GroupOne));

    [Fact]
    public void SeesPerson_SomebodyElseWithSelfScope_IsFalse() =>
        Assert.False(Callers.Leader.Under(Permission.ReadPeople).SeesPerson("person-director", GroupOne));

    [Fact]
    public void SeesPerson_OwnRecordOutsideTheGroupScope_IsFalse() =>
        Assert.False(Callers.Director.Under(Permission.ReadPeople).SeesPerson("person-director", GroupTwo));

    [Fact]
    public void IsSelf_AccountWithoutARecord_IsFalse() => Assert.False(Callers.Academy.IsSelf(""));

    [Fact]
    public void ScopeIds_OfAKind_AreThoseOfThePermission()
    {
        var caller = Caller.Person(
            "account",
            "person",
            new Grant(Role.GroupHrDirector, Scope.Group("group-one")),
            new Grant(Role.CompanySecretary, Scope.Group("group-two")));

        Assert.Equal(["group-one"], caller.Under(Permission.ReadBoards).ScopeIds(ScopeKind.Group));
        Assert.Equal(["group-one", "group-two"], caller.Under(Permission.ReadPosts).ScopeIds(ScopeKind.Group));
    }

    [Fact]
    public void Person_RoleOfServices_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Caller.Person("account", "person", new Grant(Role.Service, Scope.Nation)));

    [Fact]
    public void Person_UnknownRole_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Caller.Person("account", "person", new Grant("owner", Scope.Nation)));

    [Theory]
    [InlineData("")]
    [InlineData("group")]
    [InlineData("group:")]
    [InlineData("nation:England")]
    [InlineData("self:")]
    [InlineData("Group:one")]
    [InlineData("world")]
    public void TryParse_NotAScope_IsFalse(string text) => Assert.False(Scope.TryParse(text, out _));

    [Theory]
    [InlineData("nation")]
    [InlineData("self")]
    [InlineData("trust:RAL")]
    [InlineData("group:0197b1c2-0000-7000-8000-000000000001")]
    public void ToString_OfWhatWasParsed_IsTheSameText(string text)
    {
        Assert.True(Scope.TryParse(text, out var scope));
        Assert.Equal(text, scope.ToString());
    }
}
