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

    internal override TensorData? Evaluate(EvaluationCall c) => ConstantNodes.Read(c.Attributes);

    private static TensorType? TypeOf(NodeAttributes attributes) => Only(attributes) switch
    {
        { Name: "sparse_value", Kind: AttributeKind.SparseTensor, SparseTensor: { } sparse } => new TensorType(sparse.Values.ElementType, Shape.Of(sparse.Dims.AsSpan())),
        _ => ConstantNodes.Read(attributes)?.Type,
    };

    private static NodeAttribute? Only(NodeAttributes attributes) => attributes.FirstOrDefault() is { ReferenceTo: null } attribute ? attribute : null;
}
