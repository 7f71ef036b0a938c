using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Concat: tensors joined along an axis.</summary>
[Defines("Concat")]
internal sealed class ConcatOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => AxisLayoutRule.Instance;

    // Before opset 4 the axis was optional.
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), Joined(c, [.. Enumerable.Range(0, c.InputCount)], c.Int("axis", 1)));

    /// <summary>The shape of some inputs joined along an axis; null if nothing is known of any.</summary>
    internal static Shape? Joined(InferenceCall c, ReadOnlySpan<int> inputs, long axis)
    {
        Dimension[]? result = null;
        bool isComplete = true;
        Dimension joined = 0;
        foreach (int i in inputs)
        {
            if (c.Shape(i) is not { } shape)
            {
                isComplete = false;
                continue;
            }

            result ??= [.. Enumerable.Repeat(Dimension.Unknown, shape.Rank)];
            if (shape.Rank != result.Length)
                c.Fail($"input {i} has rank {shape.Rank}, another one {result.Length}");
            int at = c.Axis(axis, shape.Rank);
            joined = Dims.Add(joined, shape[at]);
            for (int d = 0; d < result.Length; d++)
                result[d] = d == at ? Dimension.Unknown : Same(c, result[d], shape[d], i);
        }

        if (result is not null && isComplete)
            result[c.Axis(axis, result.Length)] = joined;
        return result is null ? null : new Shape(result);
    }

    private static Dimension Same(InferenceCall c, Dimension known, Dimension other, int input)
    {
        if (known.IsStatic && other.IsStatic && known != other)
            c.Fail($"input {input} has a dimension of {other} where another one has {known}");
        return known.IsStatic || other.IsUnknown ? known : other.IsStatic || known.IsUnknown ? other : known;
    }

    internal override bool IsData(int input) => true;

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        var parts = new TensorData[c.InputCount];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = c[i];
        int axis = Indexing.Axis(c.Attributes.Int("axis"), parts[0].Rank);
        long[] dims = [.. parts[0].Dims];
        dims[axis] = parts.Sum(part => part.Dims[axis]);

        long outer = Indexing.Count(dims.AsSpan(0, axis));
        var positions = new List<int>(checked((int)Indexing.Count(dims)));
        for (long row = 0; row < outer; row++)
        {
            long start = 0;
            foreach (TensorData part in parts)
            {
                long length = part.ElementCount / Math.Max(outer, 1);
                for (long i = 0; i < length; i++)
                    positions.Add((int)(start + (row * length) + i));
                start += part.ElementCount;
            }
        }

        return Picking.Pick(parts, dims, [.. positions]);
    }
}
