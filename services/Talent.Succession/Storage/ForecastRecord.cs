using Talent.Messaging.Storage;

namespace Talent.Succession.Storage;

/// <summary>The last forecast of a group in a tier: a result, computed anew whenever something it rests on changes.</summary>
public sealed class ForecastRecord : IVersioned
{
    /// <summary>The group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The tier (talent.succession.v1.ForecastTier).</summary>
    public required int Tier { get; init; }

    /// <summary>The version readers see: grows when what is shown changes.</summary>
    public long ForecastVersion { get; set; }

    /// <summary>Version of the model.</summary>
    public string ModelVersion { get; set; } = "";

    /// <summary>The first day of the trials.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>Position of the Roles log that it includes.</summary>
    public long RolesPosition { get; set; }

    /// <summary>Position of the Development log that it includes.</summary>
    public long DevelopmentPosition { get; set; }

    /// <summary>Position of the service's own log that it includes.</summary>
    public long SuccessionPosition { get; set; }

    /// <summary>Seed of the random numbers.</summary>
    public long Seed { get; set; }

    /// <summary>Trials played.</summary>
    public int Trials { get; set; }

    /// <summary>Tells whether another forecast rests on the same inputs.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>The whole forecast (talent.succession.v1.Forecast), nothing left out.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>Grows with every computation; two workers never overwrite each other.</summary>
    public long Version { get; set; }
}
