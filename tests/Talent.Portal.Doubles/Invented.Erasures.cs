using Google.Protobuf.WellKnownTypes;
using Talent.Development.V1;

namespace Talent.Portal.Doubles;

public static partial class Invented
{
    /// <summary>An erasure of which the portal has not reported, unless it is complete.</summary>
    public static Erasure Erasure(string personId, bool complete)
    {
        var time = Timestamp.FromDateTimeOffset(new DateTimeOffset(2026, 7, 1, 14, 30, 0, TimeSpan.Zero));
        return new Erasure
        {
            PersonId = personId,
            ErasedAt = time,
            ReasonCode = "request-of-the-person",
            Complete = complete,
            Reports =
            {
                new ErasureReport { Service = "development", ReportedAt = time },
                new ErasureReport { Service = "roles", ReportedAt = time },
                new ErasureReport { Service = "succession", ReportedAt = time, Texts = 1, Records = 2 },
                new ErasureReport { Service = "portal", ReportedAt = complete ? time : null },
            },
        };
    }
}
