using Microsoft.EntityFrameworkCore;
using Talent.Messaging.Storage;
using Talent.Portal.Storage;
using Talent.ServiceDefaults;

namespace Talent.Portal.Journeys;

/// <summary>A form that somebody is filling in.</summary>
/// <param name="Id">Its id, and the request id of the command that it sends.</param>
/// <param name="Answers">The answers so far.</param>
/// <param name="Sent">Whether it was sent.</param>
public sealed record Journey(string Id, JourneyAnswers Answers, bool Sent);

/// <summary>
/// Keeps forms between their pages, each for the account that fills it in. A form that is not sent is forgotten after a day, a sent one
/// after thirty, as long as the services remember its request.
/// </summary>
public sealed class JourneyStore(ServiceStorage<PortalContext> storage, TimeProvider time)
{
    private const int Tries = 5;
    private static readonly TimeSpan Unsent = TimeSpan.FromDays(1);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <summary>A form; null when there is none of that id, kind and subject that belongs to the account.</summary>
    public async Task<Journey?> FindAsync(JourneyKey key, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        await using var context = storage.CreateContext();
        var row = await Of(context, key).AsNoTracking().SingleOrDefaultAsync(cancellation);
        return row is null ? null : new Journey(row.Id, JourneyAnswers.Parse(row.Answers), row.SentAt is not null);
    }

    /// <summary>Keeps the answers of a form that was not sent; the first answer starts it.</summary>
    /// <returns>False when the id belongs to another form or account, or the form was sent.</returns>
    public async Task<bool> KeepAsync(JourneyKey key, JourneyAnswers answers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(answers);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await storage.WriteAsync((context, token) => KeepAsync(context, key, answers, token), cancellation);
            }
            catch (DbUpdateException failure) when (attempt < Tries && CameBetween(failure))
            {
                // Another answer of the same form was kept a moment ago: it is there to be read now.
            }
        }
    }

    /// <summary>Marks a form as sent and empties its answers but for the reason; sending it again finds that.</summary>
    public Task MarkSentAsync(JourneyKey key, JourneyAnswers answers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var now = time.GetUtcNow();
        var kept = answers.ReasonAlone().ToJson();
        return storage.WriteAsync(
            (context, token) => Of(context, key).Where(journey => journey.SentAt == null).ExecuteUpdateAsync(
                set => set.SetProperty(journey => journey.SentAt, now).SetProperty(journey => journey.Answers, kept), token),
            cancellation);
    }

    private async Task<bool> KeepAsync(PortalContext context, JourneyKey key, JourneyAnswers answers, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await ForgetAsync(context, now, cancellation);
        var row = await context.Journeys.SingleOrDefaultAsync(journey => journey.Id == key.Id, cancellation);
        if (row is null)
        {
            context.Journeys.Add(new JourneyRow
            {
                Id = key.Id,
                AccountId = key.AccountId,
                Kind = key.Kind,
                Subject = key.Subject,
                Answers = answers.ToJson(),
                StartedAt = now,
                Version = 1,
            });
            return true;
        }
        if (row.AccountId != key.AccountId || row.Kind != key.Kind || row.Subject != key.Subject || row.SentAt is not null)
            return false;
        row.Answers = answers.ToJson();
        row.Version++;
        return true;
    }

    private bool CameBetween(DbUpdateException failure) => failure is DbUpdateConcurrencyException
        || (DatabaseFailure.In(failure) is { } database
            && (storage.Dialect.IsDuplicate(database) || storage.Dialect.IsConflict(database)));

    private static Task<int> ForgetAsync(PortalContext context, DateTimeOffset now, CancellationToken cancellation)
    {
        var (unsent, sent) = (now - Unsent, now - Remembered);
        return context.Journeys
            .Where(journey => journey.StartedAt < unsent && (journey.SentAt == null || journey.StartedAt < sent))
            .ExecuteDeleteAsync(cancellation);
    }

    private static IQueryable<JourneyRow> Of(PortalContext context, JourneyKey key) => context.Journeys.Where(journey =>
        journey.Id == key.Id && journey.AccountId == key.AccountId && journey.Kind == key.Kind && journey.Subject == key.Subject);
}

/// <summary>What makes a form the form it is.</summary>
/// <param name="Id">Its id.</param>
/// <param name="AccountId">Who fills it in.</param>
/// <param name="Kind">Which form.</param>
/// <param name="Subject">What it is about.</param>
public sealed record JourneyKey(string Id, string AccountId, string Kind, string Subject);
