using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>OptionalGetElement: the value of an optional.</summary>
[Defines("OptionalGetElement")]
internal sealed class OptionalGetElementOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.TypeOf(0) is OptionalType optional ? optional.Item : c.TypeOf(0));
}
