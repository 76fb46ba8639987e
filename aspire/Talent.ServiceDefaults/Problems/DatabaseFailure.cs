using System.Data.Common;

namespace Talent.ServiceDefaults;

/// <summary>Finds what the database's driver said inside the exceptions that storage libraries put around it on the way.</summary>
public static class DatabaseFailure
{
    /// <summary>What the driver said; null where the database had no part in it.</summary>
    /// <param name="failure">What was caught.</param>
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
