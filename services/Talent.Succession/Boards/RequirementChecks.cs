using Talent.ServiceDefaults;
using Talent.Succession.Engine.Inputs;
using Talent.Succession.ReferenceData;
using Appointment = Talent.Roles.V1.Appointment;
using Post = Talent.Roles.V1.Post;

namespace Talent.Succession.Boards;

/// <summary>
/// Who meets the hard requirements of the posts of a group on a day. A credential is met as it is recorded of somebody who works in the
/// group, and unknown without a record. Independence follows from the appointments of the group: whoever holds an executive post at an
/// organisation that the post serves, or held one there within the years of the rule, is not independent of it.
/// </summary>
internal sealed class RequirementChecks
{
    private readonly DateOnly _asOf;
    private readonly HardRequirement[] _requirements;
    private readonly Dictionary<string, Post> _posts;
    private readonly ILookup<string, Appointment> _appointments;
    private readonly Dictionary<(string Person, string Code), bool> _held;

    /// <param name="inputs">What the services told.</param>
    /// <param name="asOf">The day.</param>
    public RequirementChecks(GroupInputs inputs, DateOnly asOf)
    {
        _asOf = asOf;
        _requirements = [.. SuccessionReferenceData.HardRequirements.Where(each => each.ValidFrom <= asOf)];
        _posts = inputs.Posts.ToDictionary(known => known.Post.Id, known => known.Post, StringComparer.Ordinal);
        _appointments = inputs.Appointments.ToLookup(held => held.PersonId, StringComparer.Ordinal);
        _held = inputs.Credentials.ToDictionary(each => (each.PersonId, each.Code), each => each.Held);
    }

    /// <summary>What posts of a family need.</summary>
    public IEnumerable<RequirementKey> Of(string family) => For(family).Select(each => new RequirementKey(each.Code));

    /// <summary>Whether somebody meets each requirement of a post; none for a post that is not known.</summary>
    /// <param name="postId">The post.</param>
    /// <param name="person">The person; null: somebody without a record.</param>
    /// <param name="isMember">Whether the person works in the group: of others nothing recorded is used.</param>
    public IEnumerable<RequirementAnswer> Answers(string postId, string? person, bool isMember) =>
        _posts.TryGetValue(postId, out var post)
            ? For(post.Family).Select(each => new RequirementAnswer(new RequirementKey(each.Code), Answer(each, post, person, isMember)))
            : [];

    private static Answer ToAnswer(bool met) => met ? Engine.Inputs.Answer.Yes : Engine.Inputs.Answer.No;

    private static DateOnly? EndAt(Appointment held, string organisation)
    {
        var onBoard = held.Terms.FirstOrDefault(term => term.OrganisationCode == organisation)?.EndedOn.ToDay("ended_on");
        var end = held.End.ToDay("end");
        return onBoard < end || end is null ? onBoard : end;
    }

    private IEnumerable<HardRequirement> For(string family) => _requirements.Where(each => each.Families.Contains(family));

    private Answer Answer(HardRequirement requirement, Post post, string? person, bool isMember)
    {
        if (person is null) return Engine.Inputs.Answer.Unknown;
        if (requirement.Independence is { } rule && !IsIndependent(rule, post, person)) return Engine.Inputs.Answer.No;
        if (!isMember) return Engine.Inputs.Answer.Unknown;
        if (requirement.Independence is not null) return Engine.Inputs.Answer.Yes;
        return _held.TryGetValue((person, requirement.Code), out var held) ? ToAnswer(held) : Engine.Inputs.Answer.Unknown;
    }

    private bool IsIndependent(IndependenceRule rule, Post post, string person)
    {
        var since = _asOf.AddYears(-rule.YearsSinceExecutive);
        return !_appointments[person].Any(held =>
            _posts.TryGetValue(held.PostId, out var other) && !rule.OfficeHolders.Contains(other.Family)
            && !(held.Start.ToDay("start") > _asOf)
            && other.Served.Select(served => served.OrganisationCode).Any(organisation =>
                post.Served.Any(served => served.OrganisationCode == organisation) && !(EndAt(held, organisation) <= since)));
    }
}
