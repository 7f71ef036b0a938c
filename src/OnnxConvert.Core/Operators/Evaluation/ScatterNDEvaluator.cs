using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>ScatterND without a reduction: a copy of the data in which some slices are replaced; of several for one place the last remains.</summary>
internal static class ScatterNDEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context)
    {
        TensorData data = context[0];
        TensorData places = context[1];
        TensorData updates = context[2];
        if (context.Attributes.String("reduction", "none") != "none" || places.Rank == 0)
            return null;

        int depth = (int)places.Dims[^1];
        long[] strides = Indexing.Strides(data.Dims.AsSpan());
        long slice = Indexing.Count(data.Dims.AsSpan()[depth..]);
        long[] indices = Numbers.ToInt64(places);
        int[] positions = [.. Enumerable.Range(0, (int)data.ElementCount)];
        long count = Indexing.Count(places.Dims.AsSpan()[..^1]);
        for (long update = 0; update < count; update++)
        {
            long target = 0;
            for (int i = 0; i < depth; i++)
                target += Indexing.Index(indices[(update * depth) + i], data.Dims[i]) * strides[i];
            for (long i = 0; i < slice; i++)
                positions[target + i] = (int)(data.ElementCount + (update * slice) + i);
        }

        return Picking.Pick([data, updates], data.Dims.AsSpan(), positions);
    }
}
