using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OnnxConvert.OrtFormat;

/// <summary>The types behind an operator's name, in JSON with a space behind ':' and ',' as the reference writes it.</summary>
internal static class OperatorTypesJson
{
    private const string InputsKey = "inputs";
    private const string OutputsKey = "outputs";
    private const string CombinationsKey = "custom";

    public static string Write(OperatorTypes types)
    {
        var members = new List<string>();
        if (!types.Inputs.IsEmpty)
            members.Add($"\"{InputsKey}\": {Positions(types.Inputs)}");
        if (!types.Outputs.IsEmpty)
            members.Add($"\"{OutputsKey}\": {Positions(types.Outputs)}");
        if (!types.Combinations.IsEmpty)
            members.Add($"\"{CombinationsKey}\": [{string.Join(", ", types.Combinations.Select(combination => List(combination.Types)))}]");
        return members.Count == 0 ? "" : $"{{{string.Join(", ", members)}}}";
    }

    /// <exception cref="FormatException">The text is no such JSON.</exception>
    public static OperatorTypes Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            ImmutableSortedDictionary<int, ImmutableSortedSet<string>> inputs = ImmutableSortedDictionary<int, ImmutableSortedSet<string>>.Empty;
            ImmutableSortedDictionary<int, ImmutableSortedSet<string>> outputs = inputs;
            ImmutableSortedSet<TypeCombination> combinations = [];
            foreach (JsonProperty member in document.RootElement.EnumerateObject())
            {
                switch (member.Name)
                {
                    case InputsKey:
                        inputs = ParsePositions(member.Value);
                        break;
                    case OutputsKey:
                        outputs = ParsePositions(member.Value);
                        break;
                    case CombinationsKey:
                        combinations = [.. member.Value.EnumerateArray().Select(types => new TypeCombination([.. ParseList(types)]))];
                        break;
                    default:
                        throw new FormatException($"'{member.Name}' is none of '{InputsKey}', '{OutputsKey}' and '{CombinationsKey}'");
                }
            }

            return new OperatorTypes { Inputs = inputs, Outputs = outputs, Combinations = combinations };
        }
        // Elements of another kind than is asked for end as InvalidOperationException, positions that are there twice and halves of
        // surrogate pairs as ArgumentException.
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or OverflowException or ArgumentException)
        {
            throw new FormatException($"'{text}' is not {{\"inputs\": {{\"0\": [\"float\"]}}, \"outputs\": …}}", exception);
        }
    }

    private static string Positions(ImmutableSortedDictionary<int, ImmutableSortedSet<string>> types) =>
        $"{{{string.Join(", ", types.Select(pair => string.Create(CultureInfo.InvariantCulture, $"\"{pair.Key}\": {List(pair.Value)}")))}}}";

    private static string List(IEnumerable<string> types) => $"[{string.Join(", ", types.Select(Quoted))}]";

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
            quoted.Append(c is '"' or '\\' ? $"\\{c}" : c < ' ' ? $"\\u{(int)c:x4}" : c.ToString());
        return quoted.Append('"').ToString();
    }

    private static ImmutableSortedDictionary<int, ImmutableSortedSet<string>> ParsePositions(JsonElement element) =>
        element.EnumerateObject().ToImmutableSortedDictionary(
            member => int.Parse(member.Name, NumberStyles.None, CultureInfo.InvariantCulture),
            member => OperatorTypes.Names([.. ParseList(member.Value)]));

    private static IEnumerable<string> ParseList(JsonElement element) => element.EnumerateArray().Select(type => type.GetString()
        ?? throw new FormatException("a type is null"));
}
