using System.Collections;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace Talent.Testing;

/// <summary>The methods of contracts that change something, as the descriptors tell them, and requests for them.</summary>
public static class Mutations
{
    private static readonly string[] Reading = ["Get", "List", "BatchGet", "Watch", "Read", "Compare", "Play"];

    /// <summary>Every method but those whose name says that it reads.</summary>
    public static IReadOnlyList<MethodDescriptor> Of(params IEnumerable<ServiceDescriptor> services) =>
    [
        .. services.SelectMany(service => service.Methods)
            .Where(method => !Array.Exists(Reading, verb => method.Name.StartsWith(verb, StringComparison.Ordinal))),
    ];

    /// <summary>Calls a method.</summary>
    public static async Task<IMessage> SendAsync(this MethodDescriptor method, ChannelBase channel, IMessage request, Metadata headers)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(channel);
        var call = new Method<IMessage, IMessage>(
            MethodType.Unary, method.Service.FullName, method.Name,
            Marshallers.Create<IMessage>(message => message.ToByteArray(), method.InputType.Parser.ParseFrom),
            Marshallers.Create<IMessage>(message => message.ToByteArray(), method.OutputType.Parser.ParseFrom));
        return await channel.CreateCallInvoker().AsyncUnaryCall(call, null, new CallOptions(headers), request);
    }

    /// <summary>The request under another request id.</summary>
    public static IMessage Under(this IMessage request, string requestId)
    {
        var copy = Copy(request);
        copy.Descriptor.FindFieldByName("request_id").Accessor.SetValue(copy, requestId);
        return copy;
    }

    /// <summary>The paths of all texts of a message, those of messages inside it too; a list counts as its first element.</summary>
    public static IReadOnlyList<string> TextFields(MessageDescriptor message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return
        [
            .. message.Fields.InFieldNumberOrder().SelectMany(field => field.FieldType switch
            {
                FieldType.String => [field.Name],
                FieldType.Message => TextFields(field.MessageType).Select(inside => $"{field.Name}.{inside}"),
                _ => Enumerable.Empty<string>(),
            }),
        ];
    }

    /// <summary>The request with a text in one of its fields.</summary>
    public static IMessage With(this IMessage request, string path, string text)
    {
        ArgumentNullException.ThrowIfNull(path);
        var copy = Copy(request);
        Set(copy, path.Split('.'), text);
        return copy;
    }

    private static void Set(IMessage message, ReadOnlySpan<string> path, string text)
    {
        var field = message.Descriptor.FindFieldByName(path[0]);
        if (path.Length == 1)
        {
            if (field.IsRepeated)
                Replace((IList)field.Accessor.GetValue(message), text);
            else
                field.Accessor.SetValue(message, text);
            return;
        }
        Set(Inside(message, field), path[1..], text);
    }

    private static IMessage Inside(IMessage message, FieldDescriptor field)
    {
        if (field.IsRepeated)
        {
            var list = (IList)field.Accessor.GetValue(message);
            if (list.Count == 0)
                list.Add(field.MessageType.Parser.ParseFrom([]));
            return (IMessage)list[0]!;
        }
        if (field.Accessor.GetValue(message) is not IMessage inside)
        {
            inside = field.MessageType.Parser.ParseFrom([]);
            field.Accessor.SetValue(message, inside);
        }
        return inside;
    }

    private static void Replace(IList list, string text)
    {
        if (list.Count == 0)
            list.Add(text);
        else
            list[0] = text;
    }

    private static IMessage Copy(IMessage message) => message.Descriptor.Parser.ParseFrom(message.ToByteArray());
}
