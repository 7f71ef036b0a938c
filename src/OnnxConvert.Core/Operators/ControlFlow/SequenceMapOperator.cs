using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.ControlFlow;

/// <summary>SequenceMap: a graph for each item of a sequence.</summary>
[Defines("SequenceMap")]
internal sealed class SequenceMapOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        var inputs = new OnnxType?[c.InputCount];
        for (int i = 0; i < inputs.Length; i++)
            inputs[i] = c.TypeOf(i) is SequenceType sequence ? sequence.Item : c.TypeOf(i);
        if (c.InferGraph("body", inputs) is not { } outputs)
            return;
        for (int i = 0; i < c.OutputCount && i < outputs.Length; i++)
        {
            if (outputs[i] is { } item)
                c.Set(i, new SequenceType(item));
        }
    }
}
