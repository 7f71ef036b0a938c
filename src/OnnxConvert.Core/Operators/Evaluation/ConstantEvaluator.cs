using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Operators.Evaluation;

/// <summary>Constant, ConstantOfShape, Identity.</summary>
internal static class ConstantEvaluator
{
    internal static TensorData? Evaluate(EvaluationContext context) => context.Node.OpType switch
    {
        "Identity" => context[0],
        "Constant" => context.Attributes.SingleOrDefault() is { } attribute ? Constant(attribute) : null,
        _ => Filled(context.Attributes.Find("value")?.Tensor ?? TensorData.Vector(0f), Numbers.ToInt64(context[0])),
    };

    private static TensorData? Constant(NodeAttribute attribute) => attribute.Name switch
    {
        "value" => attribute.Tensor,
        "value_float" => TensorData.Scalar(attribute.Float),
        "value_floats" => TensorData.Vector(attribute.Floats.AsSpan()),
        "value_int" => TensorData.Scalar(attribute.Int),
        "value_ints" => TensorData.Vector(attribute.Ints.AsSpan()),
        _ => null,
    };

    private static TensorData Filled(TensorData value, long[] dims) =>
        Picking.Pick(value, dims, new int[checked((int)Indexing.Count(dims))]);
}
