using Talent.Events.V1;
using Talent.Messaging.Projections;

namespace Talent.Messaging.Operations;

/// <summary>Readers of logs as they travel.</summary>
public static class ProjectionMessages
{
    /// <summary>The reader as the contract has it.</summary>
    public static Projection ToMessage(this ProjectionStatus status)
    {
        ArgumentNullException.ThrowIfNull(status);
        return new Projection
        {
            Service = status.Service,
            Source = status.Source,
            Position = status.Position,
            StalledPosition = status.StalledPosition,
            StalledReason = status.StalledReason,
            RebuildTarget = status.RebuildTarget,
        };
    }
}
