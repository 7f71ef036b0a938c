using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's ApproximateEqual → Sub, Abs, Less: whether two numbers are nearer than a tolerance.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexApproximateEqual")]
internal sealed class FlexApproximateEqualHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value distance = op.Emit.Unary("Abs", op.Emit.Sub(op.Real(0), op.Real(1)));
        op.RawResult(0, op.Emit.Compare("Less", distance, op.Emit.Const(op.Node.Attributes.Float("tolerance", 1e-5f), distance.ElementType)));
    }
}
