using Talent.ServiceDefaults;

namespace Talent.Portal.SignIn;

/// <summary>Records the configured first system administrator, so that somebody can sign in to an empty system.</summary>
public sealed class FirstAdministrator(ProviderSettings settings, Accounts accounts) : IHostedService
{
    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken) => string.IsNullOrEmpty(settings.Administrator)
        ? Task.CompletedTask
        : accounts.RecordAsync(
            Accounts.NameOf(settings.Authority.ToString(), settings.Administrator), Role.Administrator, Scope.Nation, cancellationToken);

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
