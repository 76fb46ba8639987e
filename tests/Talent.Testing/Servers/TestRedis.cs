namespace Talent.Testing;

/// <summary>The Redis server of the run, shared with other tests.</summary>
/// <param name="ConnectionString">In StackExchange.Redis form: <c>localhost:port,password=…</c>.</param>
/// <param name="KeyPrefix">Begins every key and channel of the caller, so that tests do not meet; ends in a colon.</param>
public sealed record TestRedis(string ConnectionString, string KeyPrefix);
