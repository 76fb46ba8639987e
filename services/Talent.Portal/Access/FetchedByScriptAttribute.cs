namespace Talent.Portal.Access;

/// <summary>An open page fetches it by itself, so it is no sign that somebody sits before it: the session is not used by it.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false)]
public sealed class FetchedByScriptAttribute : Attribute;
