using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Selection;

/// <summary>Operators that write elements into a copy of a tensor.</summary>
[Defines("Scatter"), Defines("ScatterElements"), Defines("TensorScatter")]
internal sealed class ScatterOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
