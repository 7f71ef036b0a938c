using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Selection;

/// <summary>GatherElements: single elements, each at the place of an index but for one axis, where the index says which.</summary>
[Defines("GatherElements")]
internal sealed class GatherElementsOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.MovesData;

    public override LayoutRule Layout => AxisLayoutRule.Instance;

    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(1));

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        TensorData data = c[0];
        TensorData places = c[1];
        int axis = Indexing.Axis(c.Attributes.Int("axis"), data.Rank);
        long[] indices = Array.ConvertAll(Numbers.ToInt64(places), index => Indexing.Index(index, data.Dims[axis]));
        return Single(data, places, indices, axis);
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
