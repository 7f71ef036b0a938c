using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Selection;

/// <summary>ScatterND without a reduction: a copy of the data in which some slices are replaced; of several for one place the last remains.</summary>
[Defines("ScatterND")]
internal sealed class ScatterNDOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));

    internal override bool IsData(int input) => input != 1;

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        TensorData places = c[1];
        TensorData updates = c[2];
        if (c.Attributes.String("reduction", "none") != "none" || places.Rank == 0)
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
