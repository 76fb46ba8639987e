using Microsoft.AspNetCore.Html;
using Talent.Development.V1;
using Talent.Portal.Components;

namespace Talent.Portal.Journeys;

/// <summary>Asks for a person of a group: found by a part of the name, then chosen.</summary>
public sealed class PersonQuestion(string key, string words) : Question(key, words)
{
    /// <summary>The most that are offered at once.</summary>
    public const int MostOffered = 20;

    /// <summary>The field by which a search is told from an answer.</summary>
    public const string SearchField = "search";

    /// <summary>Those that were found, in alphabetical order.</summary>
    public required IReadOnlyList<Person> Offered { get; init; }

    /// <summary>What was looked for.</summary>
    public required string Find { get; init; }

    /// <summary>Name of the person chosen; empty while nobody is.</summary>
    public required string ChosenName { get; init; }

    /// <summary>Where the page of this question is.</summary>
    public required string Address { get; init; }

    /// <summary>Whether a person, by the id, is one of those who may be chosen.</summary>
    public required Func<string, CancellationToken, Task<bool>> Belongs { get; init; }

    /// <inheritdoc />
    /// <remarks>A name never stands in an address, where logs and histories keep it: the search is sent as a form is.</remarks>
    public override IHtmlContent? Before(IHtmlContent hidden) => new Element("form")
        .With("method", "post").With("action", Address).With("role", "search").Add(hidden)
        .Add(new Element("input").With("type", "hidden").With("name", SearchField).With("value", "true"))
        .Add(new TextInput
        {
            Id = "find",
            Label = "Find by name",
            Hint = "A part of the name is enough. Only people of this group are offered.",
            Value = Find,
            Width = 20,
        })
        .Add(new Button("Find") { Variant = "secondary" });

    /// <inheritdoc />
    public override IHtmlContent Render(JourneyAnswers answers, string? error)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var choices = Offered.Select(person => new Choice(person.Id, person.DisplayName) { Chosen = person.Id == answers[Key] }).ToList();
        if (answers[Key].Length > 0 && choices.TrueForAll(choice => !choice.Chosen))
            choices.Insert(0, new Choice(answers[Key], ChosenName) { Chosen = true });
        if (choices.Count == 0)
            return Nobody(error);
        return new Radios { Id = Key, Label = Words, Heading = true, Size = "l", Hint = HintOf(choices.Count), Error = error, Items = choices };
    }

    /// <inheritdoc />
    public override FieldError? Read(IFormCollection form, JourneyAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(answers);
        var chosen = form[Key].ToString();
        if (chosen.Length == 0)
            return new FieldError("Select a person", Key);
        answers[Key] = chosen;
        return null;
    }

    /// <inheritdoc />
    public override async Task<FieldError?> CheckAsync(JourneyAnswers answers, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(answers);
        return await Belongs(answers[Key], cancellation) ? null : new FieldError("Select a person of this group", Key);
    }

    /// <inheritdoc />
    public override string Say(JourneyAnswers answers) => ChosenName.Length > 0 ? ChosenName : "Name not shown";

    // The page keeps its heading, and the place that an error leads to.
    private Element Nobody(string? error) => Element
        .Of("div", "nhsuk-form-group", error is null ? null : "nhsuk-form-group--error")
        .With("id", Key).With("tabindex", "-1")
        .Add(Element.Of("h1", "nhsuk-heading-l").Text(Words))
        .Add(error is null ? null : Element.Of("p", "nhsuk-error-message").With("id", $"{Key}-error").Text(error))
        .Add(new Element("p").Text("Nobody of this group has a name like that. People are recorded by the group's HR team first."));

    private static string? HintOf(int offered) =>
        offered >= MostOffered ? $"The first {MostOffered} by name are offered. Find by name to see others." : null;
}
