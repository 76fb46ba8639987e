using Grpc.Core;

namespace Talent.Grpc.Tests.Servers;

/// <summary>Every code a call can fail with.</summary>
public static class FailureCodes
{
    public static TheoryData<StatusCode> All => [.. Enum.GetValues<StatusCode>().Where(code => code != StatusCode.OK)];
}
