using Microsoft.AspNetCore.Mvc.Filters;

namespace Talent.Portal.Hosting;

/// <summary>Gives each page the one filter of the container.</summary>
public sealed class ServiceRefusalFilterFactory : IFilterFactory
{
    /// <inheritdoc />
    public bool IsReusable => true;

    /// <inheritdoc />
    public IFilterMetadata CreateInstance(IServiceProvider serviceProvider) => serviceProvider.GetRequiredService<ServiceRefusalFilter>();
}
