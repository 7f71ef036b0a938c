using OnnxConvert.Operators.Elementwise;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Activations;

/// <summary>PRelu: max(x, 0) + slope * min(x, 0), the slope broadcast to x.</summary>
[Defines("PRelu")]
internal sealed class PReluOperator : UnaryOperator
{
    public override LayoutRule Layout => ElementwiseLayoutRule.Broadcasting;
}
