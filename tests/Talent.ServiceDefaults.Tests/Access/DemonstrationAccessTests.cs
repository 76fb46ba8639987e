using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Talent.ServiceDefaults.Tests;

public sealed class DemonstrationAccessTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void AddServiceDefaults_Switch_DecidesWhetherTheLoadersTokensAreTrusted(string? value, bool trusted)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([new("Talent:Demonstration", value)]);
        builder.AddServiceDefaults();
        using var services = builder.Services.BuildServiceProvider();

        Assert.Equal(trusted, services.GetRequiredService<IOptions<TokenOptions>>().Value.Issuers.ContainsKey(Role.Demonstration));
    }

    [Fact]
    public void Service_Demonstration_HasItsOwnRoleAlone()
    {
        Assert.Equal([Role.Demonstration], Caller.Service(Role.Demonstration).Roles);
    }

    [Fact]
    public void Person_RoleOfTheLoader_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Caller.Person("account", null, new Grant(Role.Demonstration, Scope.Nation)));
    }

    [Theory]
    [InlineData(Permission.ReadPeople)]
    [InlineData(Permission.ReadReadiness)]
    [InlineData(Permission.ReadNominations)]
    [InlineData(Permission.ReadBoards)]
    [InlineData(Permission.ErasePeople)]
    public void Service_Demonstration_ReadsNobodysRecord(Permission permission)
    {
        Assert.False(Caller.Service(Role.Demonstration).Holds(permission));
    }
}
