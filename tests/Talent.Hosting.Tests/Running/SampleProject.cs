using Aspire.Hosting.ApplicationModel;
using Talent.Testing;

namespace Aspire.Hosting.Tests;

/// <summary>The project that the tests start.</summary>
internal static class SampleProject
{
    public static string Path { get; } =
        System.IO.Path.Combine(Repository.Root, "tests", "Talent.Hosting.Sample", "Talent.Hosting.Sample.csproj");

    public static IResourceBuilder<ProjectResource> AddSample(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddProject(name, Path).WithHttpHealthCheck("/health", endpointName: "health");
}
