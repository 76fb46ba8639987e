namespace Talent.Succession.ReferenceData;

/// <summary>What whoever takes over a post of some families must meet, by law or by a code, with where that is written.</summary>
/// <param name="Code">Its key, for example <c>registered-medical-practitioner</c>.</param>
/// <param name="Name">What it is, in words for the screen.</param>
/// <param name="Families">Keys of the role families it applies to.</param>
/// <param name="Source">The publication and its section.</param>
/// <param name="ValidFrom">The day from which it applies.</param>
/// <param name="Independence">How it follows from appointments; null when it is a credential that is recorded.</param>
public sealed record HardRequirement(
    string Code, string Name, IReadOnlyList<string> Families, string Source, DateOnly ValidFrom, IndependenceRule? Independence);

/// <summary>Independence of an organisation, as far as appointments tell.</summary>
/// <param name="YearsSinceExecutive">Years after the end of an executive appointment there in which nobody is independent of it.</param>
/// <param name="OfficeHolders">Keys of the families whose holders are no employees; all others are executive here.</param>
public sealed record IndependenceRule(int YearsSinceExecutive, IReadOnlySet<string> OfficeHolders);
