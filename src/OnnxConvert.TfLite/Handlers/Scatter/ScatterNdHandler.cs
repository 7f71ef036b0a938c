using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SCATTER_ND → ScatterND(add) on zeros: updates that go to the same place add up. Inputs indices (..., k), updates, the shape of the result.</summary>
/// <remarks>Quantized tensors are added up as bare integers. ScatterND: 11 → 16 (reduction); before, a sum over a mask is written.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.ScatterNd)]
[OpHandler(TfLiteOps.CustomDomain, "FlexScatterNd")]
internal sealed class ScatterNdHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value updates = op.Declared(1);
        Value zeros = op.ConstantInts(2) is { } sizes ? op.Emit.Zeros(op.Emit.Ints(sizes), updates.ElementType) : op.Emit.Zeros(op.Declared(2), updates.ElementType);
        op.DeclaredResult(0, op.Emit.ScatterND(zeros, op.Declared(0), updates, AreDifferent(op) ? "none" : "add"));
    }

    /// <summary>Whether no two rows of the indices are known to be equal.</summary>
    private static bool AreDifferent(OpContext op)
    {
        if (op.ConstantInts(0) is not { } indices || op.Sizes(0) is not [.., > 0 and var depth])
            return false;
        var rows = new HashSet<string>();
        return indices.Chunk((int)depth).All(row => rows.Add(string.Join(',', row)));
    }
}
