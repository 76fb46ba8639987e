using Google.Protobuf.Reflection;
using Google.Rpc;

namespace Talent.ServiceDefaults;

/// <summary>
/// The reason of an ErrorInfo: field 1. It is <c>reason</c> in google.rpc today and was <c>type</c> in the first release of the package,
/// so it is reached by its number.
/// </summary>
internal static class ReasonField
{
    private static readonly FieldDescriptor Field = ErrorInfo.Descriptor.FindFieldByNumber(1);

    public static ErrorInfo WithReason(this ErrorInfo info, string reason)
    {
        Field.Accessor.SetValue(info, reason);
        return info;
    }

    public static string GetReason(this ErrorInfo info) => (string)Field.Accessor.GetValue(info);
}
