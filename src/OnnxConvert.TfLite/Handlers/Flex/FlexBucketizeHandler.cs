using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's Bucketize → GreaterOrEqual and ReduceSum: for each element the number of boundaries that it reaches.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexBucketize")]
internal sealed class FlexBucketizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = emit.Cast(op.Real(0), ElementType.Float);
        Value boundaries = emit.Const(TensorData.Vector(op.Node.Attributes.Floats("boundaries").AsSpan()));
        Value reached = emit.Compare("GreaterOrEqual", emit.Unsqueeze(x, op.Rank(0)), boundaries);
        op.DeclaredResult(0, emit.Reduce("ReduceSum", emit.Cast(reached, ElementType.Int32), [op.Rank(0)], keepDims: false));
    }
}
