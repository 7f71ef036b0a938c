using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's LinSpace → Range and arithmetic: numbers from a start to an end in equal steps, both included.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexLinSpace", Restrictions = "a computed number needs opset 11")]
internal sealed class FlexLinSpaceHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value start = op.Real(0);
        Value count = op.Index(2);
        Value gaps = emit.Max(emit.Sub(count, emit.Const(1L)), emit.Const(1L));
        Value numbers = emit.Indices(count);
        Value step = emit.Div(emit.Sub(op.Real(1), start), emit.Cast(gaps, start.ElementType));
        Value y = emit.Add(start, emit.Mul(emit.Cast(numbers, start.ElementType), step));
        // The last one is the end itself, and not what rounding makes of it; a single one is the start.
        Value isLast = emit.Compare("Equal", numbers, gaps);
        op.Result(0, emit.Where(isLast, op.Real(1), y));
    }
}
