using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>FULLY_CONNECTED → Gemm, or MatMul and Add. Input (..., K), weights (N, K), bias (N).</summary>
/// <remarks>
/// The input is flattened to (-1, K), K taken from the weights; with keep_num_dims the leading dimensions stay. A quantized
/// product of higher rank goes through Gemm too, since a bias added apart would keep runtimes from integer arithmetic.
/// </remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.FullyConnected, Restrictions = "no weights in the SHUFFLED4x16INT8 format")]
internal sealed class FullyConnectedHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.Int("weights_format") != 0)
            throw op.NotSupported("weights in the SHUFFLED4x16INT8 format are not read; convert the model again with a current TensorFlow");
        long depth = op.Size(1, 1);
        Shape? shape = op.Shape(0);
        bool keepsDims = op.Flag("keep_num_dims") && shape?.Rank != 2;
        if (keepsDims && !op.IsQuantized(0))
        {
            Value product = op.Emit.MatMul(op.Real(0), op.Weight(1, 1, 0));
            op.Result(0, op.Bias(2, 0, 1) is { } bias ? op.Emit.Add(product, bias) : product, op.Activation());
            return;
        }

        bool isMatrix = shape?.Rank == 2 && shape[1].Size == depth;
        Value x = isMatrix ? op.Real(0) : op.Emit.Reshape(op.Real(0), -1, depth);
        Value y = op.Emit.Gemm(x, op.Weight(1), op.Bias(2, 0, 1), transB: true);
        op.Result(0, keepsDims ? RestoreDims(op, y) : y, op.Activation());
    }

    private static Value RestoreDims(OpContext op, Value y)
    {
        int rank = op.Rank(0);
        long units = op.Size(1, 0);
        if (op.Sizes(0) is { } sizes)
            return op.Emit.Reshape(y, [.. sizes[..^1], units]);
        Value leading = op.Emit.Slice(op.Emit.Shape(op.Real(0)), [0], [rank - 1], [0]);
        return op.Emit.Reshape(y, op.Emit.Concat([leading, op.Emit.Ints(units)], 0));
    }
}
