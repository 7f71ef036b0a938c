using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Generators;

/// <summary>EyeLike: ones on a diagonal, zeros elsewhere, in the shape of a tensor.</summary>
[Defines("EyeLike")]
internal sealed class EyeLikeOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.ElementTypeOf("dtype", c.Type(0)), c.Shape(0));
}
