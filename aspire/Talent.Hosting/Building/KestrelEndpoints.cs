using Aspire.Hosting.ApplicationModel;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>The endpoints of the section <c>Kestrel:Endpoints</c> in a project's appsettings files.</summary>
internal static class KestrelEndpoints
{
    /// <summary>Reads the endpoints, in the order of the file.</summary>
    /// <param name="projectPath">The project file.</param>
    /// <param name="environment">The environment the project runs in, such as <c>Development</c>; null for none.</param>
    public static IReadOnlyList<EndpointAnnotation> Read(string projectPath, string? environment)
    {
        var configuration = new ConfigurationBuilder()
            .SetBasePath(Path.GetDirectoryName(projectPath)!)
            .AddJsonFile("appsettings.json", optional: true)
            .AddJsonFile($"appsettings.{environment ?? "Production"}.json", optional: true)
            .Build();
        return [.. configuration.GetSection("Kestrel:Endpoints").GetChildren().Where(each => each["Url"] is not null).Select(Endpoint)];
    }

    private static EndpointAnnotation Endpoint(IConfigurationSection section)
    {
        var address = BindingAddress.Parse(section["Url"]!);
        return new EndpointAnnotation(section.Key, address.Scheme)
        {
            // Port 0, or an address without a port, leaves the choice to the host.
            Port = section["Url"]!.AsSpan(address.Scheme.Length + 3).Contains(':') && address.Port > 0 ? address.Port : null,
            FromKestrel = true,
        };
    }
}
