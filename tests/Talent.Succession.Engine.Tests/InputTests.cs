using System.Reflection;
using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Tests;

public sealed class InputTests
{
    private static readonly DateOnly Today = GroupBuilder.Today;

    [Fact]
    public void ExportedTypes_All_AreImmutable()
    {
        var settable = typeof(Post).Assembly.GetExportedTypes().SelectMany(type => type.GetProperties())
            .Where(property => property.SetMethod is { IsPublic: true } set
                && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit)));
        Assert.Empty(settable);
        Assert.DoesNotContain(
            typeof(Post).Assembly.GetExportedTypes().SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Instance)),
            field => !field.IsInitOnly && !field.DeclaringType!.IsEnum);
    }

    [Fact]
    public void Assembly_References_OnlyTheRuntime() =>
        Assert.All(typeof(Post).Assembly.GetReferencedAssemblies(), reference => Assert.StartsWith("System.", reference.Name));

    public static TheoryData<string, Action> Refused => new()
    {
        { "blank", () => _ = new PostId(" ") },
        { "blank", () => _ = new PersonId("") },
        { "between 1 and 5", () => _ = Criticality.Agreed(6, Today) },
        { "between 1 and 5", () => _ = Criticality.Proposed(0) },
        { "above 0 and at most 1", () => _ = new OrganisationServed(new("A"), 0) },
        { "above 0 and at most 1", () => _ = new OrganisationServed(new("A"), double.NaN) },
        { "at least one organisation", () => Post() },
        { "more than 1", () => Post(new OrganisationServed(new("A"), 0.6), new OrganisationServed(new("B"), 0.6)) },
        { "there twice", () => Post(new OrganisationServed(new("A")), new OrganisationServed(new("A"))) },
        { "own deputy", () => new GroupBuilder().Post("p", deputies: ["p"]) },
        { "days per week", () => new GroupBuilder().Post("p", days: 8) },
        { "after its start", () => new GroupBuilder().Post("p", "h", start: Today, plannedEnd: Today) },
        { "begins after", () => new GroupBuilder().Post("p", "h", start: Today.AddDays(1)).Build() },
        { "before its earliest", () => Readiness.Between(Today, Today.AddDays(-1)) },
        { "before the nomination is endorsed", () => _ = new Nomination(new("p"), new("x"), null, 1, Disclosure.NotYetTold, true) },
        { "from 1", () => new GroupBuilder().Name("p", "x", rank: 0) },
        { "Give post q too", () => new GroupBuilder().Post("p").Ready("q", "x").Build() },
        { "Give post q too", () => new GroupBuilder().Post("p").Appoint("q", "x").Build() },
        { "there twice", () => new GroupBuilder().Post("p").Post("p").Build() },
        { "there twice", () => new GroupBuilder().Post("p").Ready("p", "x").Ready("p", "x").Build() },
        { "between its ends", () => Estimate.Of(3, 1, 2) },
        { "above its upper end", () => Estimate.Unknown(2, 1) },
        { "finite", () => Estimate.Exact(double.PositiveInfinity) },
        { "unknown", () => _ = new ReferenceNumber(Estimate.Unknown(0, 1), "a test", Today) },
        { "zero or more", () => _ = new ReferenceNumber(Estimate.Exact(-1), "a test", Today) },
        { "blank", () => _ = new ReferenceNumber(Estimate.Exact(1), "", Today) },
        { "what to record", () => Explained.Given("x", Estimate.Unknown(0, 1), "days", "a test") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Constructors_WrongInput_IsRefusedWithASentence(string says, Action make)
    {
        var error = Assert.ThrowsAny<ArgumentException>(make);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.Contains('.', error.Message);
    }

    private static Post Post(params OrganisationServed[] serves) => new(new("p"), GroupBuilder.Chair, PostLevel.Trust, serves);
}
