using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Talent.Demonstration.Tests.Loading;

/// <summary>Stops a load after so many answered requests, by listening to the progress it logs.</summary>
public sealed partial class InterruptingLog(int after) : ILoggerProvider
{
    private readonly CancellationTokenSource _stop = new();
    private int _left = after;

    public CancellationToken Stop => _stop.Token;

    public ILogger CreateLogger(string categoryName) => new Listener(this);

    public void Dispose() => _stop.Dispose();

    [GeneratedRegex(", [0-9]+ of [0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Progress();

    private sealed class Listener(InterruptingLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (Progress().IsMatch(formatter(state, exception)) && Interlocked.Decrement(ref log._left) == 0)
                log._stop.Cancel();
        }
    }
}
