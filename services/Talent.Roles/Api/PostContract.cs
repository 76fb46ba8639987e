using Talent.Roles.Domain;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Posts between the contract and the domain. In the contract an empty text and the number zero are "not known".</summary>
internal static class PostContract
{
    /// <summary>The post as events carry it: without appointments and etag.</summary>
    public static V1.Post ToEvent(this Post post)
    {
        var details = post.Details;
        var message = new V1.Post
        {
            Id = post.Id,
            Title = details.Title,
            Family = details.Family,
            Level = (Types.V1.Level)details.Level,
            GroupId = post.GroupId,
            DaysPerWeek = details.DaysPerWeek ?? 0,
            Criticality = details.Criticality ?? 0,
            DevelopmentPost = details.DevelopmentPost,
            DesignedAroundEvidenceId = details.DesignedAroundEvidence ?? "",
            Period = details.Period.ToContract(),
        };
        if (details.DesignedAroundPerson is { } designed)
            message.DesignedAroundPerson = designed;
        message.Served.AddRange(post.Served.Rows.Select(row => new V1.ServedOrganisation
        {
            OrganisationCode = row.Code.Value,
            Share = row.Share ?? 0,
            Voting = row.Voting,
        }));
        message.Deputies.AddRange(details.Deputies.Select(deputy => new V1.Deputy
        {
            PostId = deputy.PostId,
            Accepted = deputy.Accepted,
            AcceptedByPersonId = deputy.AcceptedBy ?? "",
            AcceptedOn = deputy.AcceptedOn.ToDate(),
        }));
        return message;
    }

    /// <summary>The post as it is answered on a day, with those appointments that the caller may see.</summary>
    public static V1.Post ToContract(this Post post, string etag, DateOnly day, Func<Appointment, bool> shown)
    {
        var message = post.ToEvent();
        message.Etag = etag;
        message.VacantSince = post.VacantSince(day).ToDate();
        message.VacantInOrganisationCodes.AddRange(post.VacantIn(day).Select(code => code.Value));
        message.Appointments.AddRange(post.Appointments.Where(shown).Select(one => one.ToContract(post.Id)));
        return message;
    }

    public static PostDetails ToDetails(this V1.Post message) => new(
        message.Title,
        message.Family,
        Enumerations.Known<Level>("level", (int)message.Level),
        message.Period.ToDomain("period"),
        message.DaysPerWeek == 0 ? null : message.DaysPerWeek,
        message.Criticality == 0 ? null : message.Criticality,
        [.. message.Deputies.Select(ToDomain)],
        message.DevelopmentPost,
        message.HasDesignedAroundPerson ? message.DesignedAroundPerson : null,
        message.DesignedAroundEvidenceId.Length == 0 ? null : message.DesignedAroundEvidenceId);

    private static Deputy ToDomain(V1.Deputy deputy) => new(
        deputy.PostId,
        deputy.Accepted,
        deputy.AcceptedByPersonId.Length == 0 ? null : Identity.Check("deputies.accepted_by_person_id", deputy.AcceptedByPersonId),
        deputy.AcceptedOn.ToDay("deputies.accepted_on"));

    public static ServedOrganisations ToDomain(this IEnumerable<V1.ServedOrganisation> served) => new(served.Select(row =>
        new ServedOrganisation(new(row.OrganisationCode), row.Share == 0 ? null : row.Share, row.Voting)));

    /// <summary>A post that is to be created.</summary>
    /// <param name="message">The post.</param>
    /// <param name="nextId">Gives ids to what came without.</param>
    public static Post ToNewPost(this V1.Post message, Func<string> nextId)
    {
        var served = message.Served.ToDomain();
        Identity.CheckChosen("designed_around_evidence_id", message.DesignedAroundEvidenceId);
        foreach (var deputy in message.Deputies)
            Identity.Check("deputies.post_id", deputy.PostId);
        return new(
            message.Id.Length == 0 ? nextId() : Identity.Check("id", message.Id),
            message.GroupId,
            message.ToDetails(),
            served,
            [.. message.Appointments.Select(one => one.ToDomain(served, nextId))]);
    }
}
