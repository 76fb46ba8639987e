using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Talent.Messaging.Storage;

/// <summary>
/// The last line of a service's <c>Program.cs</c>: <c>&lt;service&gt; migrate</c> prepares the database and ends, anything else runs the
/// service.
/// </summary>
public static class MigrateVerb
{
    /// <summary>
    /// With <c>migrate</c> as the first argument: brings the schema of every registered storage up to date as the database's owner, makes
    /// the
    /// application role of <c>Talent:ApplicationRole:Name</c> and <c>:Password</c> where they are set, and returns. With <c>migrate
    /// --restored</c>,
    /// after a backup was restored, it also gives the logs new identities, so that followers rebuild, and keeps each service closed until it
    /// has applied later erasures again. Otherwise runs until stopped.
    /// </summary>
    /// <param name="host">The built program.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="cancellation">Stops the program.</param>
    public static async Task RunOrMigrateAsync(this IHost host, IReadOnlyList<string> arguments, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments is ["migrate", ..])
            await MigrateAsync(host.Services, arguments.Contains("--restored"), cancellation);
        else
            await host.RunAsync(cancellation);
    }

    private static async Task MigrateAsync(IServiceProvider services, bool restored, CancellationToken cancellation)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var role = configuration["Talent:ApplicationRole:Name"] is { Length: > 0 } name
            ? new ApplicationRole(name, configuration["Talent:ApplicationRole:Password"]
                ?? throw new InvalidOperationException("Set Talent:ApplicationRole:Password beside Talent:ApplicationRole:Name."))
            : null;
        foreach (var storage in services.GetServices<IStorageMigration>())
        {
            using var folder = storage.DataFolder is { } path ? DataFolder.Hold(path) : null;
            await storage.MigrateAsync(role, cancellation);
            if (restored)
                await storage.RenewLogIdentityAsync(cancellation);
        }
    }
}
