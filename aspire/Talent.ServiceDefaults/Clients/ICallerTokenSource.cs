namespace Talent.ServiceDefaults;

/// <summary>Where a client takes the token of the person on whose behalf it calls.</summary>
public interface ICallerTokenSource
{
    /// <summary>A token of the person whose request is being served. Null: there is none, so the service speaks for itself.</summary>
    ValueTask<IssuedToken?> GetAsync(CancellationToken cancellationToken);
}
