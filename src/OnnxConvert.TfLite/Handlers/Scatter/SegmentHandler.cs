using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Combines the rows with the same number. Inputs tensor (n, rest...), numbers (n), which rise; the last one says how many segments there are.</summary>
/// <param name="reduction">How rows are combined, as ScatterND names it.</param>
internal abstract class SegmentHandler(string reduction) : IOpHandler
{
    public void Convert(OpContext op)
    {
        // Files write an input of unknown rank as one of rank 0.
        if (op.Shape(0) is { Rank: 0 })
            throw op.NotSupported("the rank must be known; fix the input's shape with WithInputShape (--input-shape)", op.Input(0));
        Value rows = op.Real(0);
        Value numbers = op.Indices(1);
        Value count = Segments.CountOf(op, 1);
        Value combined = Segments.Combine(op.Emit, reduction, rows, numbers, count);
        op.Result(0, Finish(op.Emit, combined, numbers, count));
    }

    /// <summary>What becomes of the combined rows.</summary>
    protected virtual Value Finish(Emitter emit, Value combined, Value numbers, Value count) => combined;
}
