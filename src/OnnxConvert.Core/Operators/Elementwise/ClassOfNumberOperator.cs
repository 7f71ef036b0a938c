using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Tests of what kind of number an element is.</summary>
[Defines("IsInf"), Defines("IsNaN")]
internal sealed class ClassOfNumberOperator : UnaryOperator
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.Bool, c.Shape(0));
}
