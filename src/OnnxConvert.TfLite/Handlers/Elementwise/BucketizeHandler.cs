using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>BUCKETIZE → Less, Not, ReduceSum: for each element the number of boundaries that it is not below.</summary>
/// <remarks>NaN, which is below nothing, goes into the last bucket. Integers are compared as floats.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Bucketize)]
[OpHandler(TfLiteOps.CustomDomain, "FlexBucketize")]
internal sealed class BucketizeHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        ElementType type = op.InputType(0) == ElementType.Double ? ElementType.Double : ElementType.Float;
        Value boundaries = emit.Cast(emit.Const(TensorData.Vector(op.Node.Attributes.Floats("boundaries").AsSpan()), "boundaries"), type);
        Value x = emit.Unsqueeze(emit.Cast(op.Declared(0), type), op.Rank(0));
        Value reached = emit.Cast(emit.Not(emit.Compare("Less", x, boundaries)), ElementType.Int32);
        op.RawResult(0, emit.Reduce("ReduceSum", reached, [op.Rank(0)], keepDims: false));
    }
}
