using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Tests;

/// <summary>Builders whose records and volumes lie in a folder of the test's own.</summary>
internal static class TestBuilder
{
    public static DistributedApplicationBuilder Create(string folder, params (string Key, string? Value)[] settings)
    {
        var builder = new DistributedApplicationBuilder([$"--HostFolder={folder}"]);
        builder.Configuration.AddInMemoryCollection(settings.Select(each => KeyValuePair.Create(each.Key, each.Value)));
        return builder;
    }
}
