using Talent.Development.Domain;
using Talent.ServiceDefaults;

namespace Talent.Development.Api;

/// <summary>Answers broken rules of the domain as gRPC errors with details.</summary>
internal static class RuleErrors
{
    /// <summary>Runs a method; a broken rule becomes the error that says so, under the path of the message it was in.</summary>
    public static async Task<T> Answer<T>(string message, Func<Task<T>> method)
    {
        try
        {
            return await method();
        }
        catch (RuleException broken)
        {
            throw Errors.Invalid($"{message}.{broken.Field}", broken.Message);
        }
    }
}
