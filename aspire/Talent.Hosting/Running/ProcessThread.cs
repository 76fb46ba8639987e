using System.Collections.Concurrent;

namespace Aspire.Hosting.Running;

/// <summary>
/// The thread that starts all processes. The kernel sends a child its parent-death signal when the <em>thread</em> that started it ends,
/// and threads of the pool come and go; this one lives as long as the host.
/// </summary>
internal static class ProcessThread
{
    private static readonly BlockingCollection<Action> Work = [];

    static ProcessThread() => new Thread(Loop) { IsBackground = true, Name = "processes" }.Start();

    public static Task<T> RunAsync<T>(Func<T> start)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Work.Add(() =>
        {
            try
            {
                result.SetResult(start());
            }
            catch (Exception failure) when (failure is System.ComponentModel.Win32Exception or InvalidOperationException or IOException)
            {
                result.SetException(new DistributedApplicationException($"it cannot be started: {failure.Message}", failure));
            }
        });
        return result.Task;
    }

    private static void Loop()
    {
        foreach (var each in Work.GetConsumingEnumerable())
            each();
    }
}
