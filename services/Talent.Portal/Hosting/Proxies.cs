using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Talent.Portal.Hosting;

/// <summary>Which proxies are believed when they say from where, and over what, a request reached them.</summary>
public static class Proxies
{
    /// <summary>
    /// Believes proxies on the own machine and those of <c>Talent:KnownProxies</c>: addresses, or networks as <c>10.0.0.0/8</c>, separated
    /// by commas.
    /// </summary>
    /// <exception cref="InvalidOperationException">One of them is neither an address nor a network.</exception>
    public static void Configure(ForwardedHeadersOptions options, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(configuration);
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        var named = configuration["Talent:KnownProxies"] ?? "";
        foreach (var known in named.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(known, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(known, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new InvalidOperationException(
                    $"Talent:KnownProxies: '{known}' is neither an address nor a network such as 10.0.0.0/8.");
        }
    }
}
