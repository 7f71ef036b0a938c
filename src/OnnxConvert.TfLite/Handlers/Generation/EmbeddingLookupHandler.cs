using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>EMBEDDING_LOOKUP → Gather: rows of a table, which are dequantized behind the Gather. Inputs row numbers (n), table.</summary>
/// <remarks>The kernel that dequantizes takes the bits of uint8 for int8, and zero points for 0; so it is done here.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.EmbeddingLookup, Restrictions = "a uint8 table with real results is constant")]
internal sealed class EmbeddingLookupHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value rows = op.Declared(0);
        if (!op.IsQuantized(1) || op.IsOutputQuantized(0))
            op.RawResult(0, op.Emit.Gather(op.Raw(1), rows, 0));
        else
            op.Result(0, op.Emit.Cast(Dequantized(op, rows), op.OutputType(0)));
    }

    private static Value Dequantized(OpContext op, Value rows)
    {
        if (op.InputType(1) == ElementType.UInt8)
        {
            TensorData table = op.Constant(1) ?? throw op.NotSupported("a uint8 table with real results must be constant", op.Input(1));
            QuantizationParameters quantization = op.Input(1).Quantization!;
            Value signed = op.Emit.Const(TensorData.FromBytes(ElementType.Int8, table.Dims.AsSpan(), table.Bytes), op.Input(1).Name);
            return op.Emit.Gather(op.Emit.Dequantize(signed, new QuantizationParameters(quantization.Scales, [.. quantization.Scales.Select(_ => 0L)], quantization.Axis)), rows, 0);
        }

        return op.StoredQuantization(1) is { IsPerTensor: true } parameters
            ? op.Emit.Dequantize(op.Emit.Gather(op.Raw(1), rows, 0), parameters)
            : op.Emit.Gather(op.Weight(1), rows, 0);
    }
}
