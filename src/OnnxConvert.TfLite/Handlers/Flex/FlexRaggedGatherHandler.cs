using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RaggedGather: picks rows of a ragged tensor. Inputs the splits of all its levels, the values, the rows to pick (n). Gives splits and values of the result.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRaggedGather", MinOpset = 11, Restrictions = "the rows to pick are a vector")]
internal sealed class FlexRaggedGatherHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int levels = op.InputCount - 2;
        if (op.Rank(levels + 1) != 1)
            throw op.NotSupported($"the rows to pick have rank {op.Rank(levels + 1)}; a vector is covered", op.Input(levels + 1));
        Value picked = op.Indices(levels + 1);
        for (int level = 0; level < levels; level++)
        {
            Value splits = op.Indices(level);
            Value starts = emit.Gather(splits, picked, 0);
            Value ends = emit.Gather(splits, emit.Add(picked, emit.Const(1L)), 0);
            RaggedRows rows = RaggedRows.ByLengths(emit, emit.Sub(ends, starts));
            op.DeclaredResult(level, emit.Cast(rows.Splits, op.OutputType(level)));
            picked = emit.Add(emit.Gather(starts, rows.RowOf, 0), rows.PlaceOf);
        }

        op.DeclaredResult(levels, emit.Gather(op.Declared(levels), picked, 0));
    }
}
