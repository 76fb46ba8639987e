using Talent.Messaging.Storage;
using Talent.Roles;
using Talent.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddRoles();
var app = builder.Build();
app.MapRoles();
app.MapTokenKeys();
app.MapDefaultEndpoints();
await app.RunOrMigrateAsync(args);
