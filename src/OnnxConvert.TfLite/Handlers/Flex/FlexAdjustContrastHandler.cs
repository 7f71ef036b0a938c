using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's AdjustContrastv2 → ReduceMean and arithmetic: the distance from a channel's mean times a factor. Images (..., H, W, C).</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexAdjustContrastv2")]
internal sealed class FlexAdjustContrastHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Real(0);
        int rank = op.Rank(0);
        Value mean = emit.Reduce("ReduceMean", x, [rank - 3, rank - 2], keepDims: true);
        Value factor = emit.Cast(op.Real(1), x.ElementType);
        op.Result(0, emit.Add(emit.Mul(emit.Sub(x, mean), factor), mean));
    }
}
