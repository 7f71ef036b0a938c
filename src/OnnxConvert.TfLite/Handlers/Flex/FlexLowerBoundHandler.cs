using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's LowerBound → Less and ReduceSum: for each value (batch, m) how many of the sorted numbers (batch, n) are less than it.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexLowerBound")]
internal sealed class FlexLowerBoundHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value below = emit.Compare("Less", emit.Unsqueeze(op.Declared(0), 1), emit.Unsqueeze(op.Declared(1), 2));
        Value count = emit.Reduce("ReduceSum", emit.Cast(below, ElementType.Int32), [2], keepDims: false);
        op.DeclaredResult(0, emit.Cast(count, op.OutputType(0)));
    }
}
