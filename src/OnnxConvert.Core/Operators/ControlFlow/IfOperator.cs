using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.ControlFlow;

/// <summary>If: one of two graphs; what holds for both results holds for the result.</summary>
[Defines("If")]
internal sealed class IfOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        if (c.InferGraph("then_branch") is not { } then || c.InferGraph("else_branch") is not { } otherwise)
            return;
        for (int i = 0; i < c.OutputCount && i < then.Length && i < otherwise.Length; i++)
            c.Set(i, Dims.Union(then[i], otherwise[i]));
    }
}
