using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Selection;

/// <summary>NonZero: where the elements are that are not 0, one row of indices for each dimension.</summary>
[Defines("NonZero")]
internal sealed class NonZeroOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Int64, new Shape(c.Shape(0) is { } x ? Math.Max(x.Rank, 1) : Dimension.Unknown, Dimension.Unknown));

    public override bool CanEvaluate => true;

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        double[] values = Elements.Read<double>(data);
        int[] places = [.. Enumerable.Range(0, values.Length).Where(i => values[i] != 0)];
        long[] strides = Indexing.Strides(data.Dims.AsSpan());
        var indices = new long[data.Rank * places.Length];
        for (int axis = 0; axis < data.Rank; axis++)
        {
            for (int i = 0; i < places.Length; i++)
                indices[(axis * places.Length) + i] = places[i] / strides[axis] % data.Dims[axis];
        }

        // ONNX does not say what a scalar gives.
        return data.Rank == 0 ? null : TensorData.Create<long>(indices, data.Rank, places.Length);
    }
}
