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
    /// Deletes the texts about the person, and what stored answers say about the person: of an answer about others too only the identifiers
    /// that are the person's or about the person. Part of the caller's transaction; doing it again changes nothing.
    /// </summary>
    public static async Task<ErasureReport> EraseAsync(this ServiceContext context, string personId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentException.ThrowIfNullOrEmpty(personId);
        var texts = await context.Texts
            .Where(text => context.TextSubjects.Any(subject => subject.TextId == text.Id && subject.SubjectId == personId))
            .ExecuteDeleteAsync(cancellation);
        var answers = await context.Requests.Include(request => request.Subjects)
            .Where(request => request.Subjects.Any(subject => subject.SubjectId == personId)
                || (" " + request.Identifiers + " ").Contains(" " + personId + " "))
            .ToListAsync(cancellation);
        foreach (var answer in answers)
            Erase(context, answer, personId);
        return new ErasureReport(texts, answers.Count);
    }

    private static void Erase(ServiceContext context, RequestRow answer, string personId)
    {
        var gone = answer.Subjects.Where(subject => subject.SubjectId == personId).ToList();
        var about = gone.Select(subject => subject.Identifier).Append(personId).ToHashSet(StringComparer.Ordinal);
        var left = answer.Identifiers.Split(' ').Select(identifier => about.Contains(identifier) ? "" : identifier).ToList();
        if (left.TrueForAll(identifier => identifier.Length == 0))
        {
            context.Requests.Remove(answer);
            return;
        }
        answer.Identifiers = string.Join(' ', left);
        // What is about the person and somebody else is gone for both.
        answer.Subjects.RemoveAll(subject => about.Contains(subject.Identifier));
    }
}
