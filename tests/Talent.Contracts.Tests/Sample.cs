using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace Talent.Contracts.Tests;

/// <summary>Fills every field of a message with a value that differs from its default.</summary>
internal static class Sample
{
    // Explained numbers hold explained numbers: two levels show the shape.
    private const int Depth = 3;

    public static IMessage Of(MessageDescriptor type) => Fill(type, Depth);

    private static IMessage Fill(MessageDescriptor type, int depth)
    {
        var message = type.Parser.ParseFrom([]);
        foreach (var field in type.Fields.InFieldNumberOrder())
        {
            if (field.FieldType == FieldType.Message && depth == 0) continue;
            var value = Value(field, depth);
            if (field.IsRepeated) ((System.Collections.IList)field.Accessor.GetValue(message)).Add(value);
            else field.Accessor.SetValue(message, value);
        }

        return message;
    }

    private static object Value(FieldDescriptor field, int depth) => field.FieldType switch
    {
        FieldType.String => field.Name,
        FieldType.Bytes => ByteString.CopyFromUtf8(field.Name),
        FieldType.Bool => true,
        FieldType.Int32 => field.FieldNumber,
        FieldType.Int64 => (long)field.FieldNumber,
        FieldType.Double => field.FieldNumber + 0.5,
        FieldType.Enum => EnumValue(field.EnumType),
        FieldType.Message => Fill(field.MessageType, depth - 1),
        _ => throw new NotSupportedException($"The contracts use no {field.FieldType} so far: say here how a sample of it looks."),
    };

    private static object EnumValue(EnumDescriptor type) => Enum.ToObject(type.ClrType, type.Values.First(value => value.Number != 0).Number);
}
