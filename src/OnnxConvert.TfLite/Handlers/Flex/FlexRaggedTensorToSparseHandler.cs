using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RaggedTensorToSparse. Inputs the splits of all levels, values (n). Gives the index of each value, the values, and the sizes of the dense tensor.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRaggedTensorToSparse", MinOpset = 11, Restrictions = "the values are a vector")]
internal sealed class FlexRaggedTensorToSparseHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        int count = op.InputCount - 1;
        if (op.Rank(count) != 1)
            throw op.NotSupported($"the values have rank {op.Rank(count)}; a vector is covered", op.Input(count));
        RaggedRows[] levels = [.. Enumerable.Range(0, count).Select(i => RaggedRows.BySplits(emit, op.Indices(i)))];
        op.DeclaredResult(0, RaggedIndices.Of(emit, levels));
        op.DeclaredResult(1, emit.Identity(op.Declared(count)));
        op.DeclaredResult(2, emit.Concat([emit.Size(levels[0].Starts, 0), .. levels.Select(level => level.Longest)], 0));
    }
}
