using Talent.Demonstration;
using Talent.Demonstration.Loading;
using Talent.ServiceDefaults;

// Loads the demonstration data and ends: exit code 0 when it is complete, 1 when a service refused it.
var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDemonstrationLoader();
await using var app = builder.Build(); // disposed of, because it then sends the last of its telemetry
app.MapDefaultEndpoints();
app.MapTokenKeys();
await app.StartAsync();
try
{
    await app.Services.GetRequiredService<DemonstrationLoader>().LoadAsync(app.Lifetime.ApplicationStopping);
    return 0;
}
catch (DemonstrationLoadException failure)
{
    app.Logger.LogError(failure, "{Sentence}", failure.Message);
    return 1;
}
finally
{
    await app.StopAsync();
}
