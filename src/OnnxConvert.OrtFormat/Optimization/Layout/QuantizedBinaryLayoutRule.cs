using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.OrtFormat.Optimization.Layout;

/// <summary>QLinearAdd and QLinearMul: elementwise over their inputs 0 and 3; the others are scales and zero points.</summary>
internal sealed class QuantizedBinaryLayoutRule : LayoutRule
{
    public override IEnumerable<int> DataInputs(Node node) => [0, 3];

    public override bool Applies(Node node, int opset) => HasOneRank(node);
}
