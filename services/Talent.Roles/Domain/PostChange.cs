namespace Talent.Roles.Domain;

/// <summary>Something that happened to a post; each becomes one event.</summary>
public abstract record PostChange;

/// <summary>The post was created.</summary>
public sealed record PostCreated : PostChange;

/// <summary>What the post is changed.</summary>
public sealed record PostChanged : PostChange;

/// <summary>Which organisations it serves changed.</summary>
public sealed record PostShared : PostChange;

/// <summary>A person was appointed.</summary>
public sealed record AppointmentMade(Appointment Appointment) : PostChange;

/// <summary>The boards that an appointment serves changed with its post.</summary>
public sealed record AppointmentChanged(Appointment Appointment) : PostChange;

/// <summary>An appointment ended, on one board or (null) everywhere.</summary>
public sealed record AppointmentEnded(Appointment Appointment, OrganisationCode? Organisation) : PostChange;

/// <summary>From a day on, nobody holds the post in their own right.</summary>
public sealed record VacancyOpened(DateOnly Since) : PostChange;

/// <summary>From a day on, somebody holds the post in their own right again.</summary>
public sealed record VacancyClosed(DateOnly From) : PostChange;

/// <summary>A post after a change, and what happened to it, in order.</summary>
public sealed record PostAfter(Post Post, ValueList<PostChange> Changes);
