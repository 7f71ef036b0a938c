using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>SequenceConstruct: a sequence of the inputs.</summary>
[Defines("SequenceConstruct")]
internal sealed class SequenceConstructOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        OnnxType? item = c.TypeOf(0);
        for (int i = 1; i < c.InputCount; i++)
            item = Dims.Union(item, c.TypeOf(i));
        if (item is not null)
            c.Set(0, new SequenceType(item));
    }
}
