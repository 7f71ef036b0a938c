using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Expm1: e^x - 1, near 0 as 2t / (1 - t) with t = tanh(x / 2), where the difference would lose digits.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexExpm1")]
internal sealed class FlexExpm1Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        Value one = emit.Const(1, x.ElementType);
        Value t = emit.Unary("Tanh", emit.Mul(x, emit.Const(0.5, x.ElementType)));
        Value near = emit.Div(emit.Add(t, t), emit.Sub(one, t));
        Value far = emit.Sub(emit.Unary("Exp", x), one);
        op.Result(0, emit.Where(emit.Compare("Less", emit.Unary("Abs", x), one), near, far));
    }
}
