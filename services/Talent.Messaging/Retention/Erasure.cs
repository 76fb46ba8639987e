using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Retention;

/// <summary>What an erasure removed from one service.</summary>
/// <param name="Texts">Free texts about the person.</param>
/// <param name="Answers">Stored answers of requests about the person.</param>
public sealed record ErasureReport(int Texts, int Answers);

/// <summary>Removes what a service keeps about a person beside its own tables.</summary>
public static class Erasure
{
    /// <summary>
    /// Deletes the texts about the person and the stored answers that name the person's id, inside the caller's transaction. A projection
    /// calls it
    /// at <c>development.person.erased.v1</c> and deletes its own results itself; doing it again changes nothing.
    /// </summary>
    public static async Task<ErasureReport> EraseAsync(this ServiceContext context, string personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(personId);
        var texts = await context.Texts
            .Where(text => context.TextSubjects.Any(subject => subject.TextId == text.Id && subject.SubjectId == personId))
            .ExecuteDeleteAsync(cancellation);
        var answers = await context.Requests
            .Where(request => (" " + request.Identifiers + " ").Contains(" " + personId + " "))
            .ExecuteDeleteAsync(cancellation);
        return new ErasureReport(texts, answers);
    }
}
