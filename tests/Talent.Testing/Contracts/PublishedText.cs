using System.Text;
using Grpc.Core;
using Talent.Messaging.Storage;

namespace Talent.Testing;

/// <summary>Whether a text came into the log that is never changed.</summary>
public static class PublishedText
{
    /// <summary>A name as somebody may write it where no name belongs: as it is spoken, in an address, as if it were a code.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["Imelda Quarmby of Leeds", "imelda.quarmby@nhs.example", "imelda-quarmby-left"];

    /// <summary>Those of the names that cannot be the code of an organisation, which is opaque.</summary>
    public static IReadOnlyList<string> NamesUnlikeCodes { get; } = [.. Names.Take(2)];

    /// <summary>Whether an event holds the text anywhere that a request reaches.</summary>
    public static bool Holds(this EventRow happened, string text)
    {
        ArgumentNullException.ThrowIfNull(happened);
        return happened.Payload.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
            || happened.Aggregate.Contains(text, StringComparison.Ordinal)
            || happened.ReasonCode.Contains(text, StringComparison.Ordinal);
    }

    /// <summary>Makes a call that may be refused, as long as the caller can do something about it.</summary>
    /// <exception cref="RpcException">INTERNAL or UNKNOWN.</exception>
    public static async Task TryAsync(Func<Task> call)
    {
        ArgumentNullException.ThrowIfNull(call);
        try
        {
            await call();
        }
        catch (RpcException refused) when (refused.StatusCode is not (StatusCode.Internal or StatusCode.Unknown))
        {
            // Refused with a reason: nothing was published.
        }
    }
}
