namespace Grpc.Core;

/// <summary>Says where generated code lists the methods of a service base class.</summary>
/// <param name="bindType">The class with the method that lists them.</param>
/// <param name="bindMethodName">The name of that method.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = true)]
public class BindServiceMethodAttribute(Type bindType, string bindMethodName) : Attribute
{
    /// <summary>The class with the method that lists the methods.</summary>
    public Type BindType { get; } = bindType;

    /// <summary>The name of that method.</summary>
    public string BindMethodName { get; } = bindMethodName;
}
