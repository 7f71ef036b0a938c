using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SPARSE_TO_DENSE → Expand and ScatterND. Inputs indices (n, k), (n) or (), the shape of the result, values (n) or one for all, and what stands elsewhere.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.SparseToDense)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSparseToDense")]
internal sealed class SparseToDenseHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value indices = op.Emit.Cast(op.Declared(0), ElementType.Int64);
        if (op.Rank(0) < 2)
            indices = op.Emit.Reshape(indices, -1, 1);
        Value values = op.Declared(2);
        if (op.Rank(2) == 0)
            values = op.Emit.Expand(values, op.Emit.Size(indices, 0));
        Value elsewhere = op.Emit.Expand(op.Emit.Reshape(op.Declared(3), 1), op.Declared(1));
        op.DeclaredResult(0, op.Emit.ScatterND(elsewhere, indices, values));
    }
}
