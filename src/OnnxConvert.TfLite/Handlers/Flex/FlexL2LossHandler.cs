using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's L2Loss → ReduceSum of squares, halved: over all elements.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexL2Loss")]
internal sealed class FlexL2LossHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value all = op.Emit.Reshape(op.Real(0), -1);
        Value sum = op.Emit.Reduce("ReduceSum", op.Emit.Mul(all, all), [0], keepDims: false);
        op.Result(0, op.Emit.Mul(sum, op.Emit.Const(0.5, sum.ElementType)));
    }
}
