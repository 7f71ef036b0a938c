using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Generators;

/// <summary>Constant: what its one attribute holds.</summary>
[Defines("Constant")]
internal sealed class ConstantOperator : OperatorDefinition
{
    public override bool CanEvaluate => true;

    public override void Infer(InferenceCall c) => c.Set(0, TypeOf(c.Attributes));

    internal override TensorData? Evaluate(EvaluationCall c) => Contents(c.Attributes);

    /// <summary>The tensor that the attributes of a Constant hold; null if it is sparse, or a reference to a function's attribute.</summary>
    internal static TensorData? Contents(NodeAttributes attributes) => Only(attributes) is not { } attribute ? null : (attribute.Name, attribute.Kind) switch
    {
        ("value", AttributeKind.Tensor) => attribute.Tensor,
        ("value_float", AttributeKind.Float) => TensorData.Scalar(attribute.Float),
        ("value_floats", AttributeKind.Floats) => TensorData.Vector(attribute.Floats.AsSpan()),
        ("value_int", AttributeKind.Int) => TensorData.Scalar(attribute.Int),
        ("value_ints", AttributeKind.Ints) => TensorData.Vector(attribute.Ints.AsSpan()),
        ("value_string", AttributeKind.String) => TensorData.FromStrings([], [attribute.StringBytes]),
        ("value_strings", AttributeKind.Strings) => TensorData.FromStrings([attribute.Strings.Length], attribute.Strings),
        _ => null,
    };

    private static TensorType? TypeOf(NodeAttributes attributes) => Only(attributes) switch
    {
        { Name: "sparse_value", Kind: AttributeKind.SparseTensor, SparseTensor: { } sparse } => new TensorType(sparse.Values.ElementType, Shape.Of(sparse.Dims.AsSpan())),
        _ => Contents(attributes)?.Type,
    };

    private static NodeAttribute? Only(NodeAttributes attributes) => attributes.Count == 1 && attributes.First() is { ReferenceTo: null } attribute ? attribute : null;
}
