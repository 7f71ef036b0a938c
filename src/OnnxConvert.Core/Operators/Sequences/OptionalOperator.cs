using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Sequences;

/// <summary>Optional: a value that may be absent.</summary>
[Defines("Optional")]
internal sealed class OptionalOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        OnnxType? item = c.TypeOf(0) ?? c.Attribute("type", AttributeKind.Type)?.Type;
        if (item is not null)
            c.Set(0, new OptionalType(item));
    }
}
