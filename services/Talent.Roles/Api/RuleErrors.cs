using Grpc.Core;
using Talent.Roles.Domain;
using Talent.ServiceDefaults;

namespace Talent.Roles.Api;

/// <summary>Answers broken rules of the domain as gRPC errors with details.</summary>
internal static class RuleErrors
{
    /// <summary>Runs a method; a broken rule becomes the error that says so.</summary>
    public static async Task<T> Answer<T>(Func<Task<T>> method)
    {
        try
        {
            return await method();
        }
        catch (RuleException broken)
        {
            throw Of(broken);
        }
    }

    private static RpcException Of(RuleException broken) => broken.Kind switch
    {
        RuleKind.Invalid => Errors.Invalid(broken.Subject, broken.Message),
        RuleKind.Precondition => Errors.Precondition(broken.Subject, broken.Message),
        _ => Errors.NotFound(broken.Message),
    };
}
