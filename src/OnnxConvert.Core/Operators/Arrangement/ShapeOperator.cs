using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Arrangement;

/// <summary>Shape: the sizes of a tensor, also of one that is not constant.</summary>
[Defines("Shape")]
internal sealed class ShapeOperator : OperatorDefinition
{
    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c)
    {
        if (c.Shape(0) is not { } x)
        {
            c.Set(0, ElementType.Int64, Dims.OfRank(1));
            return;
        }

        (int start, int end) = ShapeRange.Of(c.Attributes, x.Rank);
        c.Set(0, ElementType.Int64, Shape.Of(end - start));
    }

    internal override ValueFact? InferContents(InferenceCall c, TensorType output)
    {
        if (c.Shape(0) is not { Rank: <= KnownElements.Most } x)
            return null;
        (int start, int end) = ShapeRange.Of(c.Attributes, x.Rank);
        return new ValueFact(new TensorType(ElementType.Int64, Shape.Of(end - start)), [.. x.Skip(start).Take(end - start).Select(SizeValue.Of)]);
    }

    internal override TensorData? Evaluate(EvaluationCall c)
    {
        if (c.DataShape is not { } shape)
            return null;
        (int start, int end) = ShapeRange.Of(c.Attributes, shape.Rank);
        return new Shape(shape.Skip(start).Take(end - start)).ToSizes() is { } sizes ? TensorData.Vector<long>(sizes) : null;
    }
}
