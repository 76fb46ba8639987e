using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Where the value of a parameter comes from when nobody sets it.</summary>
public abstract class ParameterDefault
{
    /// <summary>A value to use.</summary>
    public abstract string GetDefaultValue();
}

/// <summary>A random value, such as a password.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    private const string LowerLetters = "abcdefghjkmnpqrstuvwxyz";
    private const string UpperLetters = "ABCDEFGHJKMNPQRSTUVWXYZ";
    private const string Digits = "0123456789";
    private const string Specials = "-_.{}~()*+!";

    /// <summary>The number of characters.</summary>
    public int MinLength { get; set; } = 22;

    /// <summary>Whether it may hold lower case letters.</summary>
    public bool Lower { get; set; } = true;

    /// <summary>Whether it may hold upper case letters.</summary>
    public bool Upper { get; set; } = true;

    /// <summary>Whether it may hold digits.</summary>
    public bool Numeric { get; set; } = true;

    /// <summary>Whether it may hold punctuation.</summary>
    public bool Special { get; set; } = true;

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">No kind of character is allowed.</exception>
    public override string GetDefaultValue()
    {
        var choices = (Lower ? LowerLetters : "") + (Upper ? UpperLetters : "") + (Numeric ? Digits : "") + (Special ? Specials : "");
        if (choices.Length == 0)
            throw new InvalidOperationException("A generated parameter needs at least one kind of character.");
        return RandomNumberGenerator.GetString(choices, MinLength);
    }
}
