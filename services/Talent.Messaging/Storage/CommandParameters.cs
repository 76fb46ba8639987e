using System.Data.Common;

namespace Talent.Messaging.Storage;

/// <summary>Parameters of hand-written SQL.</summary>
internal static class CommandParameters
{
    public static DbCommand Add(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
        return command;
    }
}
