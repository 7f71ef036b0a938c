using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Gather picks whole slices along an axis; GatherElements picks single elements.</summary>
internal static class GatherEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        TensorData places = context[1];
        int axis = Indexing.Axis(context.Attributes.Int("axis"), data.Rank);
        long[] indices = Array.ConvertAll(Numbers.ToInt64(places), index => Indexing.Index(index, data.Dims[axis]));
        return context.Node.OpType == "Gather" ? Slices(data, places, indices, axis) : Single(data, places, indices, axis);
    }

    private static TensorData Slices(TensorData data, TensorData places, long[] indices, int axis)
    {
        ReadOnlySpan<long> sizes = data.Dims.AsSpan();
        long[] dims = [.. sizes[..axis], .. places.Dims, .. sizes[(axis + 1)..]];
        long outer = Indexing.Count(sizes[..axis]);
        long inner = Indexing.Count(sizes[(axis + 1)..]);
        var positions = new List<int>(checked((int)Indexing.Count(dims)));
        for (long row = 0; row < outer; row++)
        {
            foreach (long index in indices)
            {
                long start = ((row * sizes[axis]) + index) * inner;
                for (long i = 0; i < inner; i++)
                    positions.Add((int)(start + i));
            }
        }

        return Picking.Pick(data, dims, [.. positions]);
    }

    private static TensorData Single(TensorData data, TensorData places, long[] indices, int axis)
    {
        long[] strides = Indexing.Strides(data.Dims.AsSpan());
        long stride = strides[axis];
        strides[axis] = 0;
        int[] positions = Indexing.Walk(places.Dims.AsSpan(), strides);
        for (int i = 0; i < positions.Length; i++)
            positions[i] += (int)(indices[i] * stride);
        return Picking.Pick(data, places.Dims.AsSpan(), positions);
    }
}
