using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>For each value (batch, m) how many of the sorted numbers (batch, n) lie below it. Inputs numbers, values.</summary>
/// <param name="comparison">The ONNX operator that says which do.</param>
internal abstract class FlexBoundHandler(string comparison) : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value below = emit.Compare(comparison, emit.Unsqueeze(op.Declared(0), 1), emit.Unsqueeze(op.Declared(1), 2));
        Value count = emit.Reduce("ReduceSum", emit.Cast(below, ElementType.Int32), [2], keepDims: false);
        op.DeclaredResult(0, emit.Cast(count, op.OutputType(0)));
    }
}
