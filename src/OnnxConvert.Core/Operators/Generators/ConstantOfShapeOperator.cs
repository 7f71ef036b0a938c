using OnnxConvert.Ir;
using OnnxConvert.Numerics;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Generators;

/// <summary>ConstantOfShape: a tensor of given sizes, filled with one value.</summary>
[Defines("ConstantOfShape")]
internal sealed class ConstantOfShapeOperator : OperatorDefinition
{
    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c)
    {
        ElementType type = c.Attribute("value", AttributeKind.Tensor)?.Tensor.ElementType ?? ElementType.Float;
        Shape? shape = c.Elements(0) is { } sizes ? new Shape(sizes.Select(s => s.ToDimension()))
            : c.Shape(0) is { Rank: 1 } own && own[0].Size is <= 64 and { } rank ? Dims.OfRank((int)rank) : null;
        c.Set(0, type, shape);
    }

    internal override TensorData? Evaluate(EvaluationCall c) => Filled(c.Attributes.Find("value")?.Tensor ?? TensorData.Vector(0f), Numbers.ToInt64(c[0]));

    private static TensorData Filled(TensorData value, long[] dims) =>
        Picking.Pick(value, dims, new int[checked((int)Indexing.Count(dims))]);
}
