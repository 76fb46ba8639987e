using System.Text.Json;

namespace Talent.Portal.Journeys;

/// <summary>The answers of one form so far, as the person typed them, by the key of the field.</summary>
public sealed class JourneyAnswers
{
    private readonly Dictionary<string, string> _values;

    /// <summary>No answers yet.</summary>
    public JourneyAnswers() : this([])
    {
    }

    private JourneyAnswers(Dictionary<string, string> values) => _values = values;

    /// <summary>An answer; empty when there is none.</summary>
    public string this[string key]
    {
        get => _values.GetValueOrDefault(key, "");
        set => _values[key] = value;
    }

    /// <summary>Whether there is an answer, even an empty one.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Reads stored answers.</summary>
    public static JourneyAnswers Parse(string json) => new(JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? []);

    /// <summary>The answers as they are stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(_values);

    /// <summary>What is kept once the form was sent: the reason alone, because other answers may hold a name.</summary>
    public JourneyAnswers ReasonAlone() =>
        new(_values.Where(pair => pair.Key == Journeys.Reason.Key).ToDictionary(pair => pair.Key, pair => pair.Value));
}
