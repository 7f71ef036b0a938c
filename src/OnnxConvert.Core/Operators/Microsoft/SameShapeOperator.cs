using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft;

/// <summary>Operators whose first output has the type and shape of the first input. What else there is has the type that the schema says.</summary>
internal abstract class SameShapeOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c)
    {
        base.Infer(c);
        c.Set(0, c.Type(0), c.Shape(0));
    }
}
