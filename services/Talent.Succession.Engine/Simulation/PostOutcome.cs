using Talent.Succession.Engine.Explanations;
using Talent.Succession.Engine.Inputs;

namespace Talent.Succession.Engine.Simulation;

/// <summary>How often one person took over a post.</summary>
/// <param name="Nominee">The named successor.</param>
/// <param name="Share">Part of the vacancies that the successor filled, 0 to 1.</param>
public sealed record TakeOver(PersonId Nominee, double Share);

/// <summary>What the trials say of one post. A board that its holder has left alone counts in the uncovered days by its share, and nowhere
/// else.</summary>
/// <param name="Post">The post.</param>
/// <param name="FallsVacant">By year, from the first: probability that it has fallen vacant by the end of it.</param>
/// <param name="UncoveredDays">Expected days without a substantive holder over the years looked ahead, less what interim cover takes away.
/// The interval is that of the mean over the trials, at 80 %; with boards of their own it is as wide as if all moved together.</param>
/// <param name="LongVacancy">Probability of at least one long vacancy.</param>
/// <param name="Vacancies">Expected number of vacancies.</param>
/// <param name="TakeOvers">Who took over, first choice first.</param>
/// <param name="FromOutside">Part of the vacancies filled by recruitment from outside.</param>
/// <param name="Boards">The boards that are known to be left alone, in the order of identifiers; mostly none.</param>
public sealed record PostOutcome(
    PostId Post, IReadOnlyList<Estimate> FallsVacant, Estimate UncoveredDays, Estimate LongVacancy, double Vacancies,
    IReadOnlyList<TakeOver> TakeOvers, double FromOutside, IReadOnlyList<BoardOutcome> Boards);
