using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Activations;

/// <summary>Softmax and its kin over one axis; before opset 13 over all dimensions from an axis on.</summary>
[Defines("Softmax"), Defines("LogSoftmax"), Defines("Hardmax")]
internal sealed class SoftmaxOperator : OperatorDefinition
{
    public override LayoutRule Layout => AxisLayoutRule.Instance;

    public override void Infer(InferenceCall c) => c.Set(0, c.Type(0), c.Shape(0));
}
