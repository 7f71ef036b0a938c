using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Signals;

/// <summary>Window functions of a given length.</summary>
[Defines("HannWindow"), Defines("HammingWindow"), Defines("BlackmanWindow")]
internal sealed class WindowOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) =>
        c.Set(0, c.ElementTypeOf("output_datatype", ElementType.Float), new Shape(c.Elements(0) is [var size] ? size.ToDimension() : Dimension.Unknown));
}
