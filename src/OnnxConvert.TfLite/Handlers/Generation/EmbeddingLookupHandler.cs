using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>EMBEDDING_LOOKUP → Gather: rows of a table, which are dequantized behind the Gather. Inputs row numbers (n), table.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.EmbeddingLookup)]
internal sealed class EmbeddingLookupHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value rows = op.Declared(0);
        if (!op.IsQuantized(1) || op.IsOutputQuantized(0))
            op.RawResult(0, op.Emit.Gather(op.Raw(1), rows, 0));
        else if (op.StoredQuantization(1) is { IsPerTensor: true } parameters)
            op.Result(0, op.Emit.Dequantize(op.Emit.Gather(op.Raw(1), rows, 0), parameters));
        else
            op.Result(0, op.Emit.Gather(op.Weight(1), rows, 0));
    }
}
