using Talent.Messaging.Storage;
using Talent.Portal;
using Talent.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddPortal();
var app = builder.Build();
app.MapPortal();
app.MapTokenKeys();
app.MapDefaultEndpoints();
await app.RunOrMigrateAsync(args);
