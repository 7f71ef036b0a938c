using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>A node and the contents of its inputs.</summary>
internal sealed class EvaluationContext(Node node, int opset, TensorData?[] inputs)
{
    internal Node Node => node;

    internal int Opset => opset;

    internal NodeAttributes Attributes => node.Attributes;

    internal int InputCount => inputs.Length;

    /// <summary>The contents of an input that the operator asks for.</summary>
    /// <exception cref="ArgumentException">The input is left out.</exception>
    internal TensorData this[int index] => Optional(index) ?? throw new ArgumentException($"{node} lacks its input {index}.");

    internal TensorData? Optional(int index) => index < inputs.Length ? inputs[index] : null;

    /// <summary>Integers that are an attribute in older opsets and an input in newer ones; null when left out.</summary>
    internal long[]? Ints(int index, string attribute) => Optional(index) is { } data
        ? Numbers.ToInt64(data)
        : Attributes.Find(attribute) is { } found ? [.. found.Ints] : null;
}
