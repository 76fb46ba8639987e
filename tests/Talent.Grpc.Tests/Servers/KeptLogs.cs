using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Talent.Grpc.Tests.Servers;

/// <summary>Keeps what a server logs, to be asked by tests.</summary>
public sealed class KeptLogs : ILoggerProvider
{
    readonly ConcurrentQueue<(LogLevel Level, string Text)> entries = new();

    public IEnumerable<string> Errors => entries.Where(entry => entry.Level >= LogLevel.Error).Select(entry => entry.Text);

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, entries);

    public void Dispose()
    {
    }

    sealed class Logger(string category, ConcurrentQueue<(LogLevel Level, string Text)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((logLevel, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
