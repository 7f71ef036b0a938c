using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>An operator and the contents of its inputs.</summary>
/// <param name="call">The operator.</param>
/// <param name="inputs">The contents of its inputs; null where one is left out.</param>
internal sealed class EvaluationCall(OperatorCall call, TensorData?[] inputs)
{
    private readonly Shape? _dataShape;

    internal string OpType => call.OpType;

    internal NodeAttributes Attributes => call.Attributes;

    internal int InputCount => inputs.Length;

    internal int OutputCount => call.OutputCount;

    /// <summary>The shape of the first input, which may be known where its contents are not.</summary>
    internal Shape? DataShape
    {
        get => Optional(0) is { } data ? Shape.Of(data.Dims.AsSpan()) : _dataShape;
        init => _dataShape = value;
    }

    /// <summary>The contents of an input that the operator asks for.</summary>
    /// <exception cref="ArgumentException">The input is left out.</exception>
    internal TensorData this[int index] => Optional(index) ?? throw new ArgumentException($"{call} lacks its input {index}.");

    internal TensorData? Optional(int index) => index < inputs.Length ? inputs[index] : null;

    /// <summary>Integers that are an attribute in older opsets and an input in newer ones; null when left out.</summary>
    internal long[]? Ints(int index, string attribute) => Optional(index) is { } data
        ? Numbers.ToInt64(data)
        : Attributes.Find(attribute) is { } found ? [.. found.Ints] : null;
}
