using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Log1p: log(1 + x), near 0 corrected for the digits that the sum loses.</summary>
/// <remarks>The correction is Kahan's: log(u) · x / (u - 1) with u = 1 + x.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexLog1p")]
internal sealed class FlexLog1pHandler : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, Log1p(op.Emit, op.Real(0)));

    internal static Value Log1p(Emitter emit, Value x)
    {
        Value one = emit.Const(1, x.ElementType);
        Value sum = emit.Add(one, x);
        Value rounded = emit.Sub(sum, one);
        Value log = emit.Unary("Log", sum);
        Value corrected = emit.Where(emit.Compare("Equal", rounded, emit.Const(0, x.ElementType)), x, emit.Mul(log, emit.Div(x, rounded)));
        return emit.Where(emit.Compare("Less", emit.Unary("Abs", x), one), corrected, log);
    }
}
