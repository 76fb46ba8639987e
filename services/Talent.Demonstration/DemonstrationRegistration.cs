using Microsoft.Extensions.DependencyInjection.Extensions;
using Talent.Demonstration.Loading;
using Talent.Development.V1;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Succession.V1;

namespace Talent.Demonstration;

/// <summary>Puts the loading of demonstration data into a program.</summary>
public static class DemonstrationRegistration
{
    /// <summary>
    /// Loads demonstration data in the background once the program runs, where <c>Talent:Demonstration</c> is on; otherwise does nothing.
    /// The process must publish its token keys at <c>services:demonstration:health:0</c> (<c>MapTokenKeys</c>), where the services read them.
    /// </summary>
    public static TBuilder AddDemonstration<TBuilder>(this TBuilder builder) where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!DemonstrationChoice.IsWanted(builder.Configuration))
            return builder;
        builder.AddDemonstrationLoader();
        builder.Services.AddHostedService<DemonstrationService>();
        return builder;
    }

    internal static void AddDemonstrationLoader(this IHostApplicationBuilder builder)
    {
        builder.AddTokens(Role.Demonstration);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddKeyedSingleton<ISigningKeyStore, InMemorySigningKeyStore>(Role.Demonstration);
        services.AddSingleton(DemonstrationChoice.Read(builder.Configuration));
        services.AddTalentClient<OrganisationService.OrganisationServiceClient>("roles");
        services.AddTalentClient<PostService.PostServiceClient>("roles");
        services.AddTalentClient<PersonService.PersonServiceClient>("development");
        services.AddTalentClient<NominationService.NominationServiceClient>("succession");
        services.AddSingleton<DemonstrationLoader>();
    }
}
