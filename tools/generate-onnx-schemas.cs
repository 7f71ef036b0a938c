// Makes src/OnnxConvert.Core/Operators/Schemas/OperatorSchemaData.g.cs:
//     dotnet run tools/generate-onnx-schemas.cs -- PATH_TO_JSON
// The JSON is a list of the schema versions of all operators: domain, name, since, deprecated, inputs, outputs,
// constraints, attrs, in_range, out_range.

using System.Globalization;
using System.Text;
using System.Text.Json;

if (args.Length != 1)
{
    Console.Error.WriteLine("usage: dotnet run tools/generate-onnx-schemas.cs -- PATH_TO_JSON");
    return 1;
}

using var document = JsonDocument.Parse(File.ReadAllBytes(args[0]));
var types = new Interned();
var typeSets = new Interned();
string[] lines = [.. document.RootElement.EnumerateArray()
    .OrderBy(s => Text(s, "domain"), StringComparer.Ordinal)
    .ThenBy(s => Text(s, "name"), StringComparer.Ordinal)
    .ThenBy(s => s.GetProperty("since").GetInt32())
    .Select(SchemaLine)
    .Select(ExactSelu)];

string output = Path.Combine("src", "OnnxConvert.Core", "Onnx", "Schemas", "OperatorSchemaData.g.cs");
File.WriteAllText(output, Source());
Console.WriteLine($"{output}: {lines.Length} schemas, {types.Items.Count} types, {typeSets.Items.Count} type sets");
return 0;

string SchemaLine(JsonElement schema)
{
    Dictionary<string, int> constraints = schema.GetProperty("constraints").EnumerateArray()
        .ToDictionary(c => Text(c, "name"), c => TypeSet(c.GetProperty("types").EnumerateArray().Select(t => t.GetString()!)));
    return string.Join('|',
        Text(schema, "domain"),
        Text(schema, "name"),
        schema.GetProperty("since").GetInt32().ToString(CultureInfo.InvariantCulture),
        schema.GetProperty("deprecated").GetBoolean() ? "deprecated" : "",
        Parameters(schema, "inputs", "in_range", constraints),
        Parameters(schema, "outputs", "out_range", constraints),
        string.Join(';', schema.GetProperty("attrs").EnumerateArray().Select(AttributeText)));
}

string Parameters(JsonElement schema, string property, string range, Dictionary<string, int> constraints)
{
    var texts = new List<string>();
    foreach (JsonElement parameter in schema.GetProperty(property).EnumerateArray())
    {
        string type = Text(parameter, "type");
        bool isVariable = constraints.TryGetValue(type, out int set);
        string option = Text(parameter, "option") switch
        {
            "Single" => "",
            "Optional" => "?",
            "Variadic" => (parameter.GetProperty("heterogeneous").GetBoolean() ? "~" : "*") + Math.Max(0, Minimum(schema, range) - texts.Count),
            string other => throw new InvalidDataException($"unknown option '{other}'"),
        };
        texts.Add($"{Text(parameter, "name")}:{(isVariable ? type : "")}:{(isVariable ? set : TypeSet([type]))}:{option}");
    }
    return string.Join(';', texts);
}

int Minimum(JsonElement schema, string range) =>
    schema.TryGetProperty(range, out JsonElement bounds) && bounds.ValueKind == JsonValueKind.Array
        ? int.Parse(bounds[0].GetString()!, CultureInfo.InvariantCulture)
        : 0;

// A type with a comma in it, as map(int64, float), stands in the JSON as two entries.
int TypeSet(IEnumerable<string> parts)
{
    var indexes = new List<int>();
    string pending = "";
    foreach (string part in parts)
    {
        pending = pending.Length == 0 ? part : pending + "," + part;
        if (pending.Count(c => c == '(') > pending.Count(c => c == ')')) continue;
        indexes.Add(types.Index(pending.Replace(" ", "", StringComparison.Ordinal)));
        pending = "";
    }
    if (pending.Length > 0) throw new InvalidDataException($"unbalanced type '{pending}'");
    return typeSets.Index(string.Join(' ', indexes));
}

string AttributeText(JsonElement attribute)
{
    string kind = Text(attribute, "type").Replace("list of ", "", StringComparison.Ordinal);
    string required = attribute.GetProperty("required").GetBoolean() ? "!" : "";
    string value = attribute.TryGetProperty("default", out JsonElement d) && d.ValueKind == JsonValueKind.String
        ? "=" + DefaultText(d.GetString()!)
        : "";
    return $"{Text(attribute, "name")}:{kind}{required}{value}";
}

// Lists stand in brackets with quotes, negative numbers in parentheses; some floats are rounded there (Selu has its own since opset 6).
string DefaultText(string text) => text.Trim('(', ')', '[', ']')
    .Replace("'", "", StringComparison.Ordinal)
    .Replace(" ", "", StringComparison.Ordinal)
    .Replace("3.402823e+38", "3.4028235e+38", StringComparison.Ordinal);

string ExactSelu(string line) => line.StartsWith("|Selu|", StringComparison.Ordinal) && !line.StartsWith("|Selu|1|", StringComparison.Ordinal)
    ? line.Replace("1.67326", "1.6732632", StringComparison.Ordinal).Replace("1.0507", "1.050701", StringComparison.Ordinal)
    : line;

string Text(JsonElement element, string property) => element.GetProperty(property).GetString()!;

string Source()
{
    var text = new StringBuilder();
    text.Append("""
        // Made by: dotnet run tools/generate-onnx-schemas.cs -- PATH_TO_JSON
        namespace OnnxConvert.Operators.Schemas;

        /// <summary>All operator schemas as text in the assembly's data section; <see cref="OperatorSchemaParser"/> knows the form.</summary>
        internal static class OperatorSchemaData
        {

        """);
    Block("Types", types.Items);
    text.Append('\n');
    Block("TypeSets", typeSets.Items);
    text.Append('\n');
    Block("Schemas", lines);
    text.Append("}\n");
    return text.ToString();

    void Block(string name, IEnumerable<string> content)
    {
        text.Append(CultureInfo.InvariantCulture, $"    public static ReadOnlySpan<byte> {name} => \"\"\"\n");
        foreach (string line in content) text.Append("        ").Append(line).Append('\n');
        text.Append("        \"\"\"u8;\n");
    }
}

internal sealed class Interned
{
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);

    public List<string> Items { get; } = [];

    public int Index(string item)
    {
        if (_indexes.TryGetValue(item, out int index)) return index;
        _indexes.Add(item, Items.Count);
        Items.Add(item);
        return Items.Count - 1;
    }
}
