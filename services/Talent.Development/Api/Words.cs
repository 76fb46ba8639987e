using Talent.Development.Domain;
using Talent.Types.V1;
using Audience = Talent.Development.Domain.Audience;
using StatementSource = Talent.Development.Domain.StatementSource;

namespace Talent.Development.Api;

/// <summary>Enumerations between the contracts and the domain.</summary>
internal static class Words
{
    public static Audience ToDomain(this V1.Audience audience) => audience switch
    {
        V1.Audience.Unspecified or V1.Audience.OnlyMe => Audience.OnlyMe,
        V1.Audience.MyManager => Audience.MyManager,
        V1.Audience.MyGroup => Audience.MyGroup,
        V1.Audience.NationalPoolWithoutMyGroup => Audience.NationalPoolWithoutMyGroup,
        V1.Audience.NationalPool => Audience.NationalPool,
        _ => throw new RuleException("audience", "Choose one of the audiences of the contract."),
    };

    public static V1.Audience ToContract(this Audience audience) => audience switch
    {
        Audience.OnlyMe => V1.Audience.OnlyMe,
        Audience.MyManager => V1.Audience.MyManager,
        Audience.MyGroup => V1.Audience.MyGroup,
        Audience.NationalPoolWithoutMyGroup => V1.Audience.NationalPoolWithoutMyGroup,
        Audience.NationalPool => V1.Audience.NationalPool,
        _ => throw new ArgumentOutOfRangeException(nameof(audience), audience, "There is no such audience."),
    };

    public static StatementSource ToDomain(this V1.StatementSource source) => source switch
    {
        V1.StatementSource.Unspecified => StatementSource.Unknown,
        V1.StatementSource.Self => StatementSource.Self,
        V1.StatementSource.Manager => StatementSource.Manager,
        V1.StatementSource.Panel => StatementSource.Panel,
        _ => throw new RuleException("source", "Choose one of the sources of the contract."),
    };

    public static V1.StatementSource ToContract(this StatementSource source) => source switch
    {
        StatementSource.Self => V1.StatementSource.Self,
        StatementSource.Manager => V1.StatementSource.Manager,
        StatementSource.Panel => V1.StatementSource.Panel,
        _ => V1.StatementSource.Unspecified,
    };

    public static PostLevel ToDomain(this Level level) => level switch
    {
        Level.Unspecified => PostLevel.Every,
        Level.Group => PostLevel.Group,
        Level.Trust => PostLevel.Trust,
        Level.Site => PostLevel.Site,
        Level.Division => PostLevel.Division,
        _ => throw new RuleException("level", "Choose one of the levels of the contract."),
    };

    public static Level ToContract(this PostLevel level) => level switch
    {
        PostLevel.Group => Level.Group,
        PostLevel.Trust => Level.Trust,
        PostLevel.Site => Level.Site,
        PostLevel.Division => Level.Division,
        _ => Level.Unspecified,
    };
}
