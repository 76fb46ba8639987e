using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Talent.ServiceDefaults;

/// <summary>What our tokens say, beside the registered claims: the kind, the person's record, and each role with its scope.</summary>
internal static class TokenClaims
{
    /// <summary>Audience of a person's token: a person is the same to every service.</summary>
    public const string PersonAudience = "talent";

    /// <summary>The only issuer of persons' tokens.</summary>
    public const string PersonIssuer = "portal";

    private const string Kind = "kind";
    private const string PersonKind = "person";
    private const string ServiceKind = "service";
    private const string PersonId = "person";
    private const string Grants = "grants";
    private const char Separator = '@';

    public static Dictionary<string, object> Write(Caller caller)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = caller.AccountId,
            [Kind] = caller.Kind == CallerKind.Person ? PersonKind : ServiceKind,
        };
        if (caller.Kind != CallerKind.Person)
            return claims;
        claims[Grants] = caller.Grants.Select(grant => grant.Role + Separator + grant.Scope).ToArray();
        if (caller.PersonId is { } personId)
            claims[PersonId] = personId;
        return claims;
    }

    /// <summary>Reads who calls. Null: the claims are none of ours, or say what their issuer or audience may not say.</summary>
    public static Caller? Read(JsonWebToken token)
    {
        if (!token.TryGetPayloadValue(Kind, out string kind) || string.IsNullOrEmpty(token.Subject))
            return null;
        if (token.Audiences.ToList() is not [var audience])
            return null;
        return kind switch
        {
            PersonKind when token.Issuer == PersonIssuer && audience == PersonAudience => ReadPerson(token),
            ServiceKind when token.Issuer == token.Subject && audience != PersonAudience => Caller.Service(token.Subject),
            _ => null,
        };
    }

    private static Caller? ReadPerson(JsonWebToken token)
    {
        if (!token.TryGetPayloadValue(Grants, out JsonElement written) || written.ValueKind != JsonValueKind.Array)
            return null;
        var grants = new List<Grant>();
        foreach (var element in written.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.String || ReadGrant(element.GetString()!) is not { } grant)
                return null;
            grants.Add(grant);
        }
        return Caller.Person(token.Subject, token.TryGetPayloadValue(PersonId, out string personId) ? personId : null, grants);
    }

    private static Grant? ReadGrant(string text)
    {
        var at = text.IndexOf(Separator, StringComparison.Ordinal);
        return at > 0 && Role.OfPeople.Contains(text[..at]) && Scope.TryParse(text[(at + 1)..], out var scope)
            ? new Grant(text[..at], scope)
            : null;
    }
}
