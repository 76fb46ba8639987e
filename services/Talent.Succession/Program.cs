using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession;

var builder = WebApplication.CreateBuilder(args);
builder.AddSuccession();
var app = builder.Build();
app.MapSuccession();
app.MapTokenKeys();
app.MapDefaultEndpoints();
await app.RunOrMigrateAsync(args);
