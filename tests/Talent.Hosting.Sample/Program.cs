using System.Collections;

if (args is ["migrate", ..])
{
    Console.WriteLine("migrated " + Environment.GetEnvironmentVariable("ConnectionStrings__owner"));
    return int.Parse(Environment.GetEnvironmentVariable("SAMPLE_EXIT_CODE") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
}

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => Environment.ProcessId);
app.MapGet("/health", () => TypedResults.Ok());
app.MapGet("/environment", () => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(each => (string)each.Key, each => (string?)each.Value, StringComparer.Ordinal));
await app.RunAsync();
return 0;
