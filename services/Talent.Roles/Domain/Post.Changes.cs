namespace Talent.Roles.Domain;

public sealed partial record Post
{
    /// <summary>What happened when this post was created as it stands.</summary>
    public PostAfter AsCreated() => new(
        this,
        [
            new PostCreated(),
            .. Appointments.Select(one => new AppointmentMade(one)),
            .. Vacancies.Between([], Vacancies.Of(Details.Period, Appointments)),
        ]);

    /// <summary>Changes what the post is. Equal details change nothing.</summary>
    /// <exception cref="RuleException">The new details do not fit the appointments.</exception>
    public PostAfter Change(PostDetails details) => details == Details
        ? new(this, [])
        : After(new(Id, GroupId, details, Served, Appointments), new PostChanged());

    /// <summary>Appoints a person.</summary>
    /// <exception cref="RuleException">The appointment does not fit the post or another appointment.</exception>
    public PostAfter Appoint(Appointment appointment) => After(
        new(Id, GroupId, Details, Served, [.. Appointments, appointment]),
        new AppointmentMade(appointment));

    /// <summary>Puts right what is recorded about an appointment. What is recorded already changes nothing.</summary>
    /// <exception cref="RuleException">There is no such appointment, or it would not fit the post any more.</exception>
    public PostAfter Amend(string appointmentId, Func<Appointment, Appointment> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var before = Find(appointmentId);
        var changed = change(before);
        return changed == before ? new(this, []) : After(With(changed), new AppointmentChanged(changed));
    }

    /// <summary>Ends an appointment everywhere from <paramref name="end"/>, the first day after it.</summary>
    /// <param name="appointmentId">The appointment.</param>
    /// <param name="end">First day after the end.</param>
    /// <param name="reason">Why it ends.</param>
    /// <param name="today">A recorded end that is still to come on this day may be replaced.</param>
    /// <exception cref="RuleException">There is no such appointment, or it is over.</exception>
    public PostAfter End(string appointmentId, DateOnly end, EndReason reason, DateOnly today)
    {
        var ended = Find(appointmentId, today).Ended(end, reason);
        return After(With(ended), new AppointmentEnded(ended, null));
    }

    /// <summary>
    /// Ends a person's service on one board alone. When it was the last board of the appointment, the appointment ends.
    /// </summary>
    /// <param name="appointmentId">The appointment.</param>
    /// <param name="board">The board whose service ends.</param>
    /// <param name="end">First day after the end.</param>
    /// <param name="reason">Why it ends.</param>
    /// <param name="today">A recorded end that is still to come on this day may be replaced.</param>
    /// <exception cref="RuleException">There is no such appointment, it is over, or it does not serve that board.</exception>
    public PostAfter EndOnBoard(string appointmentId, OrganisationCode board, DateOnly end, EndReason reason, DateOnly today)
    {
        var appointment = Find(appointmentId, today);
        var term = appointment.Terms.FirstOrDefault(term => term.Code == board)
            ?? throw RuleException.Precondition("BOARD_NOT_SERVED", $"The appointment does not serve {board}.");
        if (term.EndedOn is { } over && over <= today)
            throw RuleException.Precondition("ALREADY_ENDED", $"The service on the board of {board} ended before {Text.Day(over)}.");
        ValueList<AppointmentTerm> terms = [.. appointment.Terms.Select(one => one == term ? one.Ended(end, reason) : one)];
        if (terms.All(one => one.EndedOn is not null))
            return EndWithItsLastBoard(appointment.WithTerms(terms), end, reason);
        var changed = appointment.WithTerms(terms);
        return After(With(changed), new AppointmentEnded(changed, board));
    }

    // The board that goes on longest says when and why; boards left before keep their own day and reason.
    private PostAfter EndWithItsLastBoard(Appointment appointment, DateOnly end, EndReason reason)
    {
        var last = appointment.Terms.Max(term => term.EndedOn)!.Value;
        var why = last == end ? reason : appointment.Terms.First(term => term.EndedOn == last).EndReason;
        var ended = appointment.Ended(last, why);
        return After(With(ended), new AppointmentEnded(ended, null));
    }

    private Appointment Find(string appointmentId) => Appointments.FirstOrDefault(one => one.Id == appointmentId)
        ?? throw RuleException.NotFound("appointment", "The post has no appointment with this id.");

    private Appointment Find(string appointmentId, DateOnly today)
    {
        var appointment = Find(appointmentId);
        return appointment.GoesOnAfter(today)
            ? appointment
            : throw RuleException.Precondition("ALREADY_ENDED", $"The appointment ended before {Text.Day(appointment.End!.Value)}.");
    }

    private Post With(Appointment changed) =>
        new(Id, GroupId, Details, Served, [.. Appointments.Select(one => one.Id == changed.Id ? changed : one)]);

    private PostAfter After(Post post, params ReadOnlySpan<PostChange> changes) => new(
        post,
        [
            .. changes,
            .. Vacancies.Between(Vacancies.Of(Details.Period, Appointments), Vacancies.Of(post.Details.Period, post.Appointments)),
        ]);
}
