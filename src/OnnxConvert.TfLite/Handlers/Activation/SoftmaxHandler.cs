using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>SOFTMAX → Softmax of the input times beta, along the last axis.</summary>
/// <remarks>
/// A file without options has beta 0, and then TFLite gives equal shares; the product is written out in that case too.
/// Softmax: before 13 the input is flattened at the axis, which is the same for the last one.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Softmax)]
internal sealed class SoftmaxHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        float beta = op.Float("beta");
        if (op.StoredQuantization(0) is not null && op.InputType(0) == ElementType.Int16 && op.OutputType(0) == ElementType.Int16)
        {
            op.RawResult(0, Int16Softmax.Convert(op, beta));
            return;
        }

        // ONNX Runtime's kernel of bytes gives 0 for the share of a single element, which is all.
        if (op.StoredQuantization(0) is not null && op.Shape(0) is { Rank: > 0 } shape && shape[shape.Rank - 1].Size == 1)
        {
            op.BoundedResult(0, op.Emit.Expand(op.Emit.Const(1f), op.Emit.Shape(op.Raw(0))));
            return;
        }

        Value x = op.Real(0);
        if (beta != 1)
            x = op.Emit.Mul(x, op.Emit.Const(beta, x.ElementType));
        op.BoundedResult(0, op.Emit.SoftmaxLast("Softmax", x, op.Rank(0)));
    }
}
