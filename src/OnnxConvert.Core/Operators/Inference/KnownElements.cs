using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Operators.Inference;

/// <summary>
/// The elements of small tensors: sizes, axes, indices, scales. What an operator computes from known inputs is what its evaluation
/// gives; where only some elements are known, an operator that moves data is evaluated on their places.
/// </summary>
internal static class KnownElements
{
    /// <summary>Tensors of more elements are no sizes.</summary>
    internal const int Most = 64;

    /// <summary>The integers of a small constant, or null.</summary>
    internal static SizeValue[]? OfIntegers(TensorData data) =>
        data.ElementCount <= Most && (data.ElementType.IsInteger() || data.ElementType == ElementType.Bool) && data.ElementType != ElementType.UInt64
            ? Array.ConvertAll(Numbers.ToInt64(data), number => new SizeValue(number))
            : null;

    /// <summary>The numbers of a small constant of floats, or null.</summary>
    internal static double[]? OfNumbers(TensorData data) =>
        data.ElementCount <= Most && data.ElementType is ElementType.Float or ElementType.Double or ElementType.Float16 or ElementType.BFloat16 ? Elements.Read<double>(data) : null;

    /// <summary>The first output of an operator, if something is known of its elements.</summary>
    internal static ValueFact? Of(OperatorDefinition definition, InferenceCall c, TensorType output)
    {
        if (!definition.CanEvaluate || output.Shape?.ElementCount is not <= Most)
            return null;
        if (Constants(c) is { } inputs)
            return Evaluator.TryEvaluate(definition, new EvaluationCall(c.Call, inputs), out TensorData[] outputs) && outputs[0].ElementCount <= Most ? new ValueFact(outputs[0]) : null;
        return definition.Traits.HasFlag(OperatorTraits.MovesData) && output.ElementType.IsInteger() ? Moved(definition, c, output) : null;
    }

    /// <summary>The contents of all inputs; null if those of one are not known.</summary>
    private static TensorData?[]? Constants(InferenceCall c)
    {
        var inputs = new TensorData?[c.InputCount];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (c.Has(i) && (inputs[i] = ConstantOf(c, i)) is null)
                return null;
        }

        return inputs;
    }

    private static TensorData? ConstantOf(InferenceCall c, int input)
    {
        if (c.Fact(input).Constant is { } constant)
            return constant.ElementCount <= Most ? constant : null;
        return c.Constant(input) is { } numbers && c.Shape(input)?.ToSizes() is { } dims ? Numbers.Integers(numbers, c.Type(input)).Reshape(dims) : null;
    }

    /// <summary>Evaluates the operator on the places of its data's elements, and looks up what is known of the elements that it picks.</summary>
    private static ValueFact? Moved(OperatorDefinition definition, InferenceCall c, TensorType output)
    {
        var elements = new List<SizeValue>();
        var inputs = new TensorData?[c.InputCount];
        for (int i = 0; i < inputs.Length; i++)
        {
            if (!c.Has(i))
                continue;
            if (!definition.IsData(i))
                inputs[i] = ConstantOf(c, i);
            else if (c.Shape(i)?.ToSizes() is { } dims && c.Shape(i)!.ElementCount is <= Most and { } count)
                inputs[i] = Places(elements, c.Elements(i), dims, (int)count);
            if (inputs[i] is null)
                return null;
        }

        if (!Evaluator.TryEvaluate(definition, new EvaluationCall(c.Call, inputs), out TensorData[] outputs) || outputs[0].ElementCount > Most || outputs[0].ElementType != ElementType.Int64)
            return null;
        ImmutableArray<SizeValue> moved = [.. Numbers.ToInt64(outputs[0]).Select(place => elements[(int)place])];
        return moved.All(element => element == default) ? null : new ValueFact(output with { Shape = Shape.Of(outputs[0].Dims.AsSpan()) }, moved);
    }

    private static TensorData Places(List<SizeValue> elements, SizeValue[]? known, long[] dims, int count)
    {
        int first = elements.Count;
        for (int i = 0; i < count; i++)
            elements.Add(known is not null && i < known.Length ? known[i] : default);
        return TensorData.Create<long>([.. Enumerable.Range(first, count).Select(place => (long)place)], dims);
    }
}
