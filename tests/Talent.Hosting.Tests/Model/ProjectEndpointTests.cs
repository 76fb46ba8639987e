using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Tests;

public sealed class ProjectEndpointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DistributedApplicationBuilder _builder;
    private readonly string _project;

    public ProjectEndpointTests()
    {
        _builder = TestBuilder.Create(_folder.Path);
        _project = _folder.Write("Web/Web.csproj", "<Project />");
        _folder.Write("Web/Properties/launchSettings.json", """
            { "profiles": {
                "container": { "commandName": "Docker", "applicationUrl": "http://localhost:1" },
                "http": { "commandName": "Project", "applicationUrl": "http://localhost:7101;http://localhost:7102" },
                "https": { "commandName": "Project", "applicationUrl": "https://localhost:7103;http://localhost:7101" } } }
            """);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AddProject_LaunchProfile_GivesItsAddressesNumbered() =>
        Assert.Equal(["http 7101", "http2 7102"], EndpointsOf(_builder.AddProject("web", _project)));

    [Fact]
    public void AddProject_NamedProfile_GivesThatOne() =>
        Assert.Equal(["https 7103", "http 7101"], EndpointsOf(_builder.AddProject("web", _project, "https")));

    [Fact]
    public void AddProject_ProfileOfTheAppHost_IsPreferred()
    {
        var builder = TestBuilder.Create(_folder.Path, ("DOTNET_LAUNCH_PROFILE", "https"));
        Assert.Equal(["https 7103", "http 7101"], EndpointsOf(builder.AddProject("web", _project)));
    }

    [Fact]
    public void AddProject_NullProfile_GivesNoEndpoints() => Assert.Empty(EndpointsOf(_builder.AddProject("web", _project, (string?)null)));

    [Fact]
    public void AddProject_UnknownProfile_IsRefusedWithItsName()
    {
        var refusal = Assert.Throws<DistributedApplicationException>(() => _builder.AddProject("web", _project, "absent"));
        Assert.Contains("'absent'", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddProject_KestrelSection_WinsOverTheProfile()
    {
        WriteKestrel();
        Assert.Equal(["grpc 7104", "health "], EndpointsOf(_builder.AddProject("web", _project)));
    }

    [Fact]
    public void AddProject_KestrelSectionExcluded_LeavesTheProfile()
    {
        WriteKestrel();
        var project = _builder.AddProject("web", _project, options => options.ExcludeKestrelEndpoints = true);
        Assert.Equal(["http 7101", "http2 7102"], EndpointsOf(project));
    }

    [Fact]
    public void WithExternalHttpEndpoints_Project_MarksTheHttpOnes()
    {
        var project = _builder.AddProject("web", _project).WithEndpoint(port: 7105, name: "raw").WithExternalHttpEndpoints();
        Assert.Equal(["http", "http2"], project.Resource.Endpoints.Where(each => each.IsExternal).Select(each => each.Name));
    }

    [Fact]
    public void WithEndpoint_OfThatName_IsChanged() =>
        Assert.Equal(["http 7106", "http2 7102"], EndpointsOf(_builder.AddProject("web", _project).WithEndpoint("HTTP", each => each.Port = 7106)));

    [Fact]
    public void WithEndpoint_NoneOfThatName_IsAddedOnlyWhenAsked()
    {
        var project = _builder.AddProject("web", _project).WithEndpoint("raw", each => each.Port = 7107);
        project.WithEndpoint("absent", each => each.Port = 7108, createIfNotExists: false);
        Assert.Equal(["http 7101", "http2 7102", "raw 7107"], EndpointsOf(project));
    }

    [Fact]
    public void Port_BeforeTheStart_IsRefusedUnlessFixed()
    {
        var project = _builder.AddProject("web", _project).WithEndpoint(name: "raw");
        Assert.Equal(7101, project.GetEndpoint("http").Port);
        Assert.Throws<InvalidOperationException>(() => project.GetEndpoint("raw").Port);
        Assert.Throws<InvalidOperationException>(() => project.GetEndpoint("absent").Scheme);
    }

    private void WriteKestrel() => _folder.Write("Web/appsettings.json", """
        { "Kestrel": { "Endpoints": { "grpc": { "Url": "http://localhost:7104" }, "health": { "Url": "http://localhost" } } } }
        """);

    private static IEnumerable<string> EndpointsOf(IResourceBuilder<ProjectResource> project) =>
        project.Resource.Endpoints.Select(each => $"{each.Name} {each.Port}");
}
