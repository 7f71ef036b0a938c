using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Concat: tensors joined along an axis.</summary>
internal static class ConcatEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        var parts = new TensorData[context.InputCount];
        for (int i = 0; i < parts.Length; i++)
            parts[i] = context[i];
        int axis = Indexing.Axis(context.Attributes.Int("axis"), parts[0].Rank);
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
