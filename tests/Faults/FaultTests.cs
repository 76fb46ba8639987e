using System.Globalization;
using Talent.Faults.Tests.Burst;
using Talent.Faults.Tests.Machine;
using Talent.ServiceDefaults;

namespace Talent.Faults.Tests;

/// <summary>
/// Processes killed with -9 in the middle of a thousand commands, every process once for each seed. A campaign names its seeds,
/// TALENT_FAULT_SEEDS=1,2,3,4,5; without one there is a single seed.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    private static readonly string[] Roles = [Role.GroupHrDirector, Role.Administrator];

    private static IEnumerable<int> Seeds => (Environment.GetEnvironmentVariable("TALENT_FAULT_SEEDS") ?? "1").Split(',').Select(seed => int.Parse(seed, CultureInfo.InvariantCulture));

    [Fact]
    public async Task Distributed_ProcessKilled_LosesAndRepeatsNothing()
    {
        await using var authority = await TokenAuthority.StartAsync(Roles);
        await PlayAsync(new DistributedForm(authority.Address, new Random(1)), authority);
    }

    [Fact]
    public async Task Standalone_Killed_LosesAndRepeatsNothing()
    {
        await using var authority = await TokenAuthority.StartAsync(Roles);
        await PlayAsync(new StandaloneForm(authority.Address, new Random(2)), authority);
    }

    private async Task PlayAsync(Form form, TokenAuthority authority)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var renewing = authority.KeepFreshAsync(stop.Token);
        await using (form)
        {
            await form.StartAsync(stop.Token);
            await using var run = new FaultRun(form, authority);
            await run.PrepareAsync(stop.Token);
            foreach (var seed in Seeds)
            {
                foreach (var process in form.Processes.Keys.Order(StringComparer.Ordinal))
                    output.WriteLine(await run.PlayAsync(process, seed, stop.Token));
            }
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => renewing);
    }
}
