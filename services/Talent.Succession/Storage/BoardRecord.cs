using Talent.Messaging.Storage;

namespace Talent.Succession.Storage;

/// <summary>The last computed board of a group: a result, computed anew whenever something it rests on changes.</summary>
public sealed class BoardRecord : IVersioned
{
    /// <summary>The group.</summary>
    public required string GroupId { get; init; }

    /// <summary>The version readers see: grows when what is shown changes.</summary>
    public long BoardVersion { get; set; }

    /// <summary>The day it was computed for.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>Position of the Roles log it includes.</summary>
    public long RolesPosition { get; set; }

    /// <summary>The whole board (talent.succession.v1.Board), nothing left out.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>Grows with every computation; two workers never overwrite each other.</summary>
    public long Version { get; set; }
}
