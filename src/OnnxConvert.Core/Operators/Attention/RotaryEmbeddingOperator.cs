using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Attention;

/// <summary>RotaryEmbedding: pairs of elements turned by the angle of their position.</summary>
[Defines("RotaryEmbedding")]
internal sealed class RotaryEmbeddingOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
