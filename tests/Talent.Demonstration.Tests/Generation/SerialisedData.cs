using System.Security.Cryptography;
using Google.Protobuf;

namespace Talent.Demonstration.Tests.Generation;

/// <summary>The data as bytes, to compare and to look at.</summary>
internal static class SerialisedData
{
    public static string Hash(DemonstrationData data)
    {
        using var bytes = new MemoryStream();
        foreach (var message in Messages(data))
            message.WriteDelimitedTo(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..32];
    }

    public static IEnumerable<IMessage> Messages(DemonstrationData data) =>
        data.Organisations.AsEnumerable<IMessage>().Concat(data.Groups.SelectMany(group =>
            Enumerable.Repeat<IMessage>(group.Group, 1)
                .Concat(group.People).Concat(group.Statements).Concat(group.Choices).Concat(group.Posts).Concat(group.Nominations)
                .Concat(group.Credentials)));
}
