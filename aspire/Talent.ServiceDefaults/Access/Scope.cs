using System.Diagnostics.CodeAnalysis;

namespace Talent.ServiceDefaults;

/// <summary>How wide a scope is.</summary>
public enum ScopeKind
{
    /// <summary>The whole country; has no id.</summary>
    Nation,

    /// <summary>A region, by its code.</summary>
    Region,

    /// <summary>An integrated care board, by its code.</summary>
    Icb,

    /// <summary>A group, by its id.</summary>
    Group,

    /// <summary>A trust, by its organisation code.</summary>
    Trust,

    /// <summary>The caller's own record; has no id.</summary>
    Self,
}

/// <summary>What a role was granted for: places, or the own record. Written <c>nation</c>, <c>self</c>, <c>trust:RAL</c>.</summary>
/// <param name="Kind">How wide it is.</param>
/// <param name="Id">Id or code of the place; empty for <see cref="ScopeKind.Nation"/> and <see cref="ScopeKind.Self"/>.</param>
public sealed record Scope(ScopeKind Kind, string Id = "")
{
    /// <summary>The whole country.</summary>
    public static Scope Nation { get; } = new(ScopeKind.Nation);

    /// <summary>The caller's own record.</summary>
    public static Scope Self { get; } = new(ScopeKind.Self);

    private static readonly Dictionary<string, ScopeKind> Kinds = new()
    {
        ["nation"] = ScopeKind.Nation,
        ["region"] = ScopeKind.Region,
        ["icb"] = ScopeKind.Icb,
        ["group"] = ScopeKind.Group,
        ["trust"] = ScopeKind.Trust,
        ["self"] = ScopeKind.Self,
    };

    /// <summary>A region, by its code.</summary>
    public static Scope Region(string code) => new(ScopeKind.Region, code);

    /// <summary>An integrated care board, by its code.</summary>
    public static Scope Icb(string code) => new(ScopeKind.Icb, code);

    /// <summary>A group, by its id.</summary>
    public static Scope Group(string id) => new(ScopeKind.Group, id);

    /// <summary>A trust, by its organisation code.</summary>
    public static Scope Trust(string code) => new(ScopeKind.Trust, code);

    /// <summary>Reads the written form.</summary>
    /// <returns>False when it is none: an unknown kind, an id that is missing, or one where none belongs.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out Scope? scope)
    {
        ArgumentNullException.ThrowIfNull(text);
        scope = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var id = colon < 0 ? "" : text[(colon + 1)..];
        if (!Kinds.TryGetValue(colon < 0 ? text : text[..colon], out var kind))
            return false;
        var wantsId = kind is not (ScopeKind.Nation or ScopeKind.Self);
        if (wantsId ? id.Length == 0 : colon >= 0)
            return false;
        scope = new Scope(kind, id);
        return true;
    }

    /// <summary>Whether a place lies inside this scope. <see cref="ScopeKind.Self"/> covers no place.</summary>
    public bool Covers(Place place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Kind switch
        {
            ScopeKind.Nation => true,
            ScopeKind.Region => Id.Length > 0 && place.RegionCodes.Contains(Id),
            ScopeKind.Icb => Id.Length > 0 && place.IcbCodes.Contains(Id),
            ScopeKind.Group => Id.Length > 0 && place.GroupIds.Contains(Id),
            ScopeKind.Trust => Id.Length > 0 && place.OrganisationCodes.Contains(Id),
            _ => false,
        };
    }

    /// <summary>The written form.</summary>
    public override string ToString()
    {
        var kind = Kinds.First(each => each.Value == Kind).Key;
        return Id.Length == 0 ? kind : $"{kind}:{Id}";
    }
}
