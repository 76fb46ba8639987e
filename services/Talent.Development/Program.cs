using Talent.Development;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddDevelopment();
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapTokenKeys();
app.MapDevelopment();
await app.RunOrMigrateAsync(args);
