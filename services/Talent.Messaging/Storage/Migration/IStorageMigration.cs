namespace Talent.Messaging.Storage;

/// <summary>The schema of one registered storage.</summary>
internal interface IStorageMigration
{
    /// <summary>The service whose storage it is.</summary>
    string Name { get; }

    /// <summary>Whether the program migrates the database itself when it starts.</summary>
    bool MigratesAtStart { get; }

    /// <summary>The folder to hold while the program runs; null where there is none.</summary>
    string? DataFolder { get; }

    /// <summary>Brings the schema up to date, as the database's owner, and makes the application role where one is given.</summary>
    Task MigrateAsync(ApplicationRole? role, CancellationToken cancellation);

    /// <summary>
    /// Gives the log another identity, because its history is no longer the one that followers know, closes the service until it has
    /// applied later erasures, and takes every lease away from processes that still run.
    /// </summary>
    Task RenewLogIdentityAsync(CancellationToken cancellation);

    /// <summary>Checks that the schema is the one this program was built for.</summary>
    /// <exception cref="InvalidOperationException">It is older or newer; the message says what to do.</exception>
    Task CheckAsync(CancellationToken cancellation);
}

/// <summary>The database role the service runs as: it reads and writes rows, and only adds to the log and to audits.</summary>
/// <param name="Name">Name of the role.</param>
/// <param name="Password">Its password.</param>
internal sealed record ApplicationRole(string Name, string Password);
