using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// TensorFlow's DynamicStitch → ScatterND for each pair: slices of tensors (d..., rest...) put where their indices (d...) say; a
/// later tensor wins over an earlier one. Inputs all indices, then all tensors. Places that no index names are 0.
/// </summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexDynamicStitch", MinOpset = 11)]
[OpHandler(TfLiteOps.CustomDomain, "FlexParallelDynamicStitch", MinOpset = 11)]
internal sealed class FlexDynamicStitchHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int pairs = op.InputCount / 2;
        int leading = op.Rank(0);
        Value first = op.Declared(pairs);
        Value[] rest = emit.SizesBetween(first, leading, op.Rank(pairs));
        Value[] indices = [.. Enumerable.Range(0, pairs).Select(i => emit.Reshape(op.Indices(i), -1))];
        Value highest = emit.Reduce("ReduceMax", emit.Concat([emit.Ints(-1), .. indices], 0), [0], keepDims: true);
        Value count = emit.Add(highest, emit.Const(1L));
        Value y = emit.Zeros(emit.Concat([count, .. rest], 0), first.ElementType);
        for (int i = 0; i < pairs; i++)
        {
            Value rows = emit.Reshape(op.Declared(pairs + i), emit.Concat([emit.Ints(-1), .. rest], 0));
            y = emit.ScatterND(y, emit.Unsqueeze(indices[i], 1), rows);
        }

        op.DeclaredResult(0, y);
    }
}
