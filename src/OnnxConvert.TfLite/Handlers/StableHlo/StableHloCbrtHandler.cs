using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>STABLEHLO_CBRT → Abs, Pow, Sign, Mul: the cube root, which negative numbers have as well.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.StableHloCbrt)]
internal sealed class StableHloCbrtHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value x = op.Real(0);
        Value root = op.Emit.Binary("Pow", op.Emit.Unary("Abs", x), op.Emit.Const(1 / 3.0, x.ElementType));
        op.Result(0, op.Emit.Mul(op.Emit.Unary("Sign", x), root));
    }
}
