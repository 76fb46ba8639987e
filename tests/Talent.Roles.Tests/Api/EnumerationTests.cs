using Talent.Roles.Api;
using Talent.Roles.Domain;

namespace Talent.Roles.Tests.Api;

/// <summary>The domain's enumerations and the contract's have the same names and numbers: they are converted by number.</summary>
public class EnumerationTests
{
    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(OrganisationKind), typeof(V1.OrganisationKind) },
        { typeof(Sector), typeof(V1.Sector) },
        { typeof(SuccessionKind), typeof(V1.SuccessionKind) },
        { typeof(Level), typeof(Types.V1.Level) },
        { typeof(AppointmentKind), typeof(V1.AppointmentKind) },
        { typeof(EngagementBasis), typeof(V1.EngagementBasis) },
        { typeof(EndReason), typeof(V1.EndReason) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Values_OfBoth_AreTheSame(Type domain, Type contract) => Assert.Equal(Values(contract), Values(domain));

    [Fact]
    public void Known_ANumberOfNoValue_Refuses() => Assert.Throws<RuleException>(() => Enumerations.Known<Sector>("sectors", 99));

    private static IEnumerable<(string, int)> Values(Type type) =>
        Enum.GetValues(type).Cast<object>().Select(value => (value.ToString()!, (int)value)).Order();
}
