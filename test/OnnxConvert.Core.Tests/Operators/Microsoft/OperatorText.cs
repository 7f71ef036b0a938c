using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Operators.Microsoft;

/// <summary>
/// A model of one operator from a line of text: <c>com.microsoft|FusedGemm</c>, inputs <c>float[2,3] - int32[2]=4,5</c>, all of them
/// constants (without values of ones or, for integers, zeros), attributes <c>alpha=0.5 transA=1 pads=[1,1] activation=Relu</c>.
/// </summary>
internal static class OperatorText
{
    /// <summary>Makes the model, with as many outputs as are asked for.</summary>
    internal static Model Parse(string name, string inputs, string attributes, int outputs, int opset)
    {
        string[] parts = name.Split('|');
        var graph = new Graph("test");
        Node node = graph.AddNode(parts[1], Words(inputs).Select((text, i) => text == "-" ? null : graph.AddInitializer($"i{i}", Input(text))), parts[0]);
        foreach (string text in Words(attributes))
            node.Attributes.Set(Attribute(text));
        for (int i = 0; i < outputs; i++)
            graph.AddOutput(node.AddOutput($"o{i}"));
        var model = new Model(graph) { IrVersion = 8, OpsetImports = { [""] = opset } };
        model.OpsetImports.TryAdd(parts[0], parts[0] == "ai.onnx.ml" ? 3 : 1);
        return model;
    }

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static TensorData Input(string text)
    {
        int bracket = text.IndexOf('[', StringComparison.Ordinal);
        int end = text.IndexOf(']', StringComparison.Ordinal);
        ElementType type = Enum.GetValues<ElementType>().Single(t => t != ElementType.Undefined && t.OnnxName() == text[..bracket]);
        long[] dims = [.. text[(bracket + 1)..end].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Integer)];
        int count = (int)dims.Aggregate(1L, (product, size) => product * size);
        string[] values = text[(end + 1)..].TrimStart('=').Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (type == ElementType.String)
            return TensorData.FromStrings(dims, [.. Enumerable.Range(0, count).Select(i => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(i < values.Length ? values[i] : "a b"))]);
        double otherwise = type.IsFloat() ? 1 : 0;
        double[] numbers = [.. Enumerable.Range(0, count).Select(i => i < values.Length ? double.Parse(values[i], CultureInfo.InvariantCulture) : otherwise)];
        return type == ElementType.Bool ? Elements.Write(Array.ConvertAll(numbers, n => n != 0), dims)
            : type.IsFloat() ? Elements.Write(numbers, type, dims)
            : Numbers.Integers(Array.ConvertAll(numbers, n => (long)n), type).Reshape(dims);
    }

    private static NodeAttribute Attribute(string text)
    {
        (string name, string value) = (text[..text.IndexOf('=', StringComparison.Ordinal)], text[(text.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        if (!value.StartsWith('['))
            return IsInteger(value) ? new NodeAttribute(name, Integer(value)) : IsNumber(value) ? new NodeAttribute(name, Number(value)) : new NodeAttribute(name, value);
        string[] items = value.Trim('[', ']').Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (Array.TrueForAll(items, IsInteger))
            return new NodeAttribute(name, [.. items.Select(Integer)]);
        return Array.TrueForAll(items, IsNumber)
            ? new NodeAttribute(name, items.Select(Number).ToImmutableArray())
            : new NodeAttribute(name, [.. items.Select(item => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(item))]);
    }

    private static bool IsInteger(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    private static bool IsNumber(string text) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static long Integer(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private static float Number(string text) => float.Parse(text, CultureInfo.InvariantCulture);
}
