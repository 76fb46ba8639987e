using System.Data.Common;

namespace Talent.Messaging.Storage;

/// <summary>Finds what the database said inside the exceptions that were put around it on the way.</summary>
internal static class DatabaseFailure
{
    public static DbException? In(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is DbException database)
                return database;
        }
        return null;
    }
}
