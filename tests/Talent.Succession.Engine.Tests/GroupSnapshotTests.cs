using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

/// <summary>In which order a group is kept, and what is found in it.</summary>
public sealed class GroupSnapshotTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    private static readonly GroupSnapshot Group = new GroupBuilder()
        .Post("q", serves: ["T3", "T1", "T2"]).Post("p", serves: ["T2"]).Post("r", serves: ["T4"])
        .Appoint("q", "y", left: ["T1"]).Appoint("q", "x", left: ["T3", "T1"]).Appoint("p", "y").Appoint("r", "z", AppointmentKind.Acting)
        .Name("q", "c").Name("q", "b", rank: 2).Name("q", "d", rank: 1).Name("q", "a").Name("p", "e", rank: 9)
        .Build();

    [Fact]
    public void Posts_AnyOrder_AreSortedByIdentifier() => Assert.Equal(["p", "q", "r"], Group.Posts.Select(post => post.Id.Value));

    [Fact]
    public void Appointments_AnyOrder_AreSortedByPostThenPerson() => Assert.Equal(
        [("p", "y"), ("q", "x"), ("q", "y"), ("r", "z")], Group.Appointments.Select(held => (held.Post.Value, held.Person.Value)));

    [Fact]
    public void Nominations_AnyOrder_AreSortedByPostThenRankThenNominee() => Assert.Equal(
        [("p", "e"), ("q", "d"), ("q", "b"), ("q", "a"), ("q", "c")],
        Group.Nominations.Select(name => (name.Post.Value, name.Nominee.Value)));

    [Fact]
    public void Holders_ActingPersonAndHolderOfTwo_AreSubstantiveAndOnce() =>
        Assert.Equal(["x", "y"], Group.Holders().Select(person => person.Value));

    [Fact]
    public void HoldersOf_PostWithAnActingPerson_AreNone() => Assert.Empty(Group.HoldersOf(new("r")));

    [Fact]
    public void PostsHeldBy_ActingPerson_AreNone() => Assert.Empty(Group.PostsHeldBy(new("z")));

    [Fact]
    public void AppointmentsTo_PostWithAnActingPerson_HoldIt() =>
        Assert.Equal(["z"], Group.AppointmentsTo(new("r")).Select(held => held.Person.Value));

    [Fact]
    public void AppointmentsOf_ActingPerson_HoldIt() =>
        Assert.Equal(["r"], Group.AppointmentsOf(new("z")).Select(held => held.Post.Value));

    [Fact]
    public void OrganisationsRelyingOn_BoardsLeft_AreNotAmongThem() =>
        Assert.Equal(["T2", "T3"], Group.OrganisationsRelyingOn(new("y")).Select(one => one.Value));

    [Fact]
    public void OrganisationsWithoutHolder_SharedJob_AreThoseThatAllHaveLeft() =>
        Assert.Equal(["T1"], Group.OrganisationsWithoutHolder(new("q")).Select(one => one.Value));

    [Fact]
    public void OrganisationsWithoutHolder_VacantPost_AreAllInOrder() => Assert.Equal(
        ["T1", "T2", "T3"],
        new GroupBuilder().Post("q", serves: ["T3", "T1", "T2"]).Build().OrganisationsWithoutHolder(new("q")).Select(one => one.Value));

    [Fact]
    public void Find_PostTheGroupHasNot_IsNull() => Assert.Null(Group.Find(new("s")));

    [Fact]
    public void Get_PostTheGroupHasNot_IsRefused() => Assert.Throws<ArgumentException>("post", () => Group.Get(new("s")));

    [Fact]
    public void Without_OnePost_LeavesOutAllThatRefersToIt()
    {
        var rest = Group.Without(new HashSet<PostId> { new("q") });
        Assert.Equal(["p", "r"], rest.Posts.Select(post => post.Id.Value));
        Assert.Equal(["p", "r"], rest.Appointments.Select(held => held.Post.Value));
        Assert.Equal(["p"], rest.Nominations.Select(name => name.Post.Value));
        Assert.Equal(Today, rest.AsOf);
    }

    [Fact]
    public void Constructor_AppointmentFromTheDayItself_IsTaken() =>
        Assert.Single(new GroupBuilder().Post("p", "h", start: Today).Build().Appointments);

    [Fact]
    public void OrganisationsServedBy_SeveralPosts_AreEachOnceInOrder() =>
        Assert.Equal(["T1", "T2", "T3", "T4"], Post.OrganisationsServedBy(Group.Posts).Select(one => one.Value));

    [Fact]
    public void IsServing_OneOfThree_IsTrueForThoseAlone()
    {
        var post = Group.Get(new("q"));
        Assert.True(post.IsServing(new("T1")));
        Assert.False(post.IsServing(new("T4")));
    }
}
