using System.Text.Json;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>A profile of a project's launchSettings.json.</summary>
/// <param name="Name">The name of the profile.</param>
/// <param name="Urls">Its addresses.</param>
/// <param name="Variables">Its environment variables.</param>
internal sealed record LaunchProfile(string Name, IReadOnlyList<Uri> Urls, IReadOnlyDictionary<string, string> Variables)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The profile that the options and the AppHost's own profile choose; null when the project has none.</summary>
    /// <param name="projectPath">The project file.</param>
    /// <param name="options">What the model says.</param>
    /// <param name="preferred">The profile the AppHost itself runs with.</param>
    /// <exception cref="DistributedApplicationException">The profile that the model names is not there.</exception>
    public static LaunchProfile? Choose(string projectPath, ProjectResourceOptions options, string? preferred)
    {
        if (options.ExcludeLaunchProfile)
            return null;
        var profiles = Read(projectPath);
        if (options.LaunchProfileName is { } named)
        {
            return profiles.Find(each => each.Name.Equals(named, StringComparison.Ordinal))
                ?? throw new DistributedApplicationException($"{projectPath} has no launch profile '{named}'.");
        }
        return profiles.Find(each => each.Name.Equals(preferred, StringComparison.Ordinal)) ?? profiles.FirstOrDefault();
    }

    /// <summary>The endpoints of its addresses: named by scheme, the second of a scheme with a number behind.</summary>
    public IEnumerable<EndpointAnnotation> Endpoints()
    {
        var count = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var url in Urls)
        {
            var number = count[url.Scheme] = count.GetValueOrDefault(url.Scheme) + 1;
            var name = number == 1 ? url.Scheme : $"{url.Scheme}{number}";
            yield return new EndpointAnnotation(name, url.Scheme) { Port = url.Port is > 0 and var port ? port : null };
        }
    }

    private static List<LaunchProfile> Read(string projectPath)
    {
        var file = Path.Combine(Path.GetDirectoryName(projectPath)!, "Properties", "launchSettings.json");
        if (!File.Exists(file))
            return [];
        using var settings = JsonDocument.Parse(File.ReadAllText(file), Lenient);
        return settings.RootElement.TryGetProperty("profiles", out var profiles)
            ? [.. profiles.EnumerateObject().Where(StartsProject).Select(each => Parse(each.Name, each.Value))]
            : [];
    }

    private static bool StartsProject(JsonProperty profile) =>
        profile.Value.TryGetProperty("commandName", out var command) && command.ValueEquals("Project");

    private static LaunchProfile Parse(string name, JsonElement profile)
    {
        var urls = profile.TryGetProperty("applicationUrl", out var addresses) ? addresses.GetString() ?? "" : "";
        var variables = profile.TryGetProperty("environmentVariables", out var each)
            ? each.EnumerateObject().ToDictionary(one => one.Name, one => one.Value.ToString(), StringComparer.Ordinal)
            : [];
        return new LaunchProfile(
            name,
            [.. urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => new Uri(url))],
            variables);
    }
}
