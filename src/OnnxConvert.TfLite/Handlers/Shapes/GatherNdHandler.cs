using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>GATHER_ND → GatherND with int64 indices.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.GatherNd)]
[OpHandler(TfLiteOps.CustomDomain, "FlexGatherNd")]
internal sealed class GatherNdHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        // Rows of no indices pick the whole tensor, once for each row, which GatherND does not allow.
        if (op.Shape(1) is { Rank: > 0 } shape && shape[shape.Rank - 1].Size == 0)
        {
            Value rows = op.Emit.Slice(op.Emit.Shape(op.Declared(1)), [0], [-1], [0]);
            op.RawResult(0, op.Emit.Expand(op.Raw(0), op.Emit.Concat([rows, op.Emit.Shape(op.Raw(0))], 0)));
            return;
        }

        op.RawResult(0, op.Emit.GatherNd(op.Raw(0), op.Emit.Cast(op.Declared(1), ElementType.Int64)));
    }
}
