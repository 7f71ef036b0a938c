using System.Collections.ObjectModel;
using System.Globalization;
using System.Text;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Schemas;

/// <summary>
/// Reads one line of <see cref="OperatorSchemaData"/>, or of a definition that brings its own schema:
/// <c>domain|name|since|deprecated|inputs|outputs|attributes</c>, each list divided by semicolons.
/// A parameter is <c>name:type variable:types:option</c>, the types the number of a set or names divided by <c>/</c>
/// (<c>float/int64</c>, in ONNX's notation where they are no tensors), the option one of nothing, <c>?</c> optional,
/// <c>*N</c> variadic of one type, <c>~N</c> variadic of several types, N the smallest count.
/// An attribute is <c>name:kind</c>, then <c>!</c> if required, then <c>=default</c>.
/// </summary>
internal static class OperatorSchemaParser
{
    private static readonly string[] Types = Encoding.UTF8.GetString(OperatorSchemaData.Types).Split('\n');
    private static readonly IReadOnlyList<string>[] TypeSets =
        [.. Encoding.UTF8.GetString(OperatorSchemaData.TypeSets).Split('\n').Select(ParseTypeSet)];

    public static OperatorSchema Parse(string line)
    {
        string[] fields = line.Split('|');
        return new OperatorSchema(fields[0], fields[1], ParseInt(fields[2]), fields[3].Length > 0)
        {
            Inputs = ParseList(fields[4], ParseParameter),
            Outputs = ParseList(fields[5], ParseParameter),
            Attributes = ParseList(fields[6], ParseAttribute),
        };
    }

    private static IReadOnlyList<string> ParseTypes(string text) => char.IsAsciiDigit(text[0])
        ? TypeSets[ParseInt(text)]
        : Array.AsReadOnly([.. text.Split('/').Select(name => name.Contains('(', StringComparison.Ordinal) ? name : $"tensor({name})")]);

    private static IReadOnlyList<string> ParseTypeSet(string text) =>
        Array.AsReadOnly([.. text.Split(' ').Select(index => Types[ParseInt(index)])]);

    private static ReadOnlyCollection<T> ParseList<T>(string text, Func<string, T> parse) =>
        text.Length == 0 ? ReadOnlyCollection<T>.Empty : Array.AsReadOnly([.. text.Split(';').Select(parse)]);

    private static OperatorParameter ParseParameter(string text)
    {
        string[] fields = text.Split(':');
        string option = fields[3];
        bool isVariadic = option.StartsWith('*') || option.StartsWith('~');
        return new OperatorParameter(
            fields[0],
            fields[1].Length == 0 ? null : fields[1],
            ParseTypes(fields[2]),
            isVariadic ? ParameterOption.Variadic : option == "?" ? ParameterOption.Optional : ParameterOption.Single,
            option.StartsWith('~'),
            isVariadic ? ParseInt(option[1..]) : option == "?" ? 0 : 1);
    }

    private static OperatorAttribute ParseAttribute(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string name = text[..colon];
        string kind = equals < 0 ? text[(colon + 1)..] : text[(colon + 1)..equals];
        bool isRequired = kind.EndsWith('!');
        AttributeKind parsed = ParseKind(kind.TrimEnd('!'));
        return new OperatorAttribute(name, parsed, isRequired, equals < 0 ? null : ParseDefault(name, parsed, text[(equals + 1)..]));
    }

    private static AttributeKind ParseKind(string text) => text switch
    {
        "float" => AttributeKind.Float,
        "int" => AttributeKind.Int,
        "string" => AttributeKind.String,
        "tensor" => AttributeKind.Tensor,
        "graph" => AttributeKind.Graph,
        "sparse_tensor" => AttributeKind.SparseTensor,
        "type_proto" => AttributeKind.Type,
        "floats" => AttributeKind.Floats,
        "ints" => AttributeKind.Ints,
        "strings" => AttributeKind.Strings,
        _ => throw new InvalidOperationException($"The schema data has an unknown attribute kind '{text}'."),
    };

    private static NodeAttribute ParseDefault(string name, AttributeKind kind, string text) => kind switch
    {
        AttributeKind.Float => new NodeAttribute(name, float.Parse(text, CultureInfo.InvariantCulture)),
        AttributeKind.Int => new NodeAttribute(name, long.Parse(text, CultureInfo.InvariantCulture)),
        AttributeKind.String => new NodeAttribute(name, text),
        AttributeKind.Ints => new NodeAttribute(name, [.. text.Split(',').Select(i => long.Parse(i, CultureInfo.InvariantCulture))]),
        AttributeKind.Strings => new NodeAttribute(name, [.. text.Split(',').Select(s => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(s))]),
        _ => throw new InvalidOperationException($"The schema data has a default of kind {kind} for '{name}'."),
    };

    private static int ParseInt(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
