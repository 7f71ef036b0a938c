using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>FLOOR_DIV → Floor of Div; of integers Div, less 1 where the quotient was rounded up: the quotient rounded down.</summary>
/// <remarks>ONNX divides integers toward zero. The kernels divide the bare integers of a quantized tensor. A divisor of 0 is an error in TFLite.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.FloorDiv)]
[OpHandler(TfLiteOps.CustomDomain, "FlexFloorDiv")]
internal sealed class FloorDivHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        ElementType type = op.OutputType(0);
        ElementType computed = FloorDivision.Computed(type);
        Value a = op.Emit.Cast(op.Declared(0), computed);
        Value b = op.Emit.Cast(op.Declared(1), computed);
        Value quotient = op.Emit.Div(a, b);
        if (type.IsFloat())
        {
            op.DeclaredResult(0, op.Emit.Unary("Floor", quotient));
            return;
        }

        Value remainder = op.Emit.Sub(a, op.Emit.Mul(quotient, b));
        Value overshoots = FloorDivision.Overshoots(op.Emit, remainder, b);
        op.DeclaredResult(0, op.Emit.Cast(op.Emit.Sub(quotient, op.Emit.Cast(overshoots, computed)), type));
    }
}
