using OnnxConvert.Converting;
using OnnxConvert.Emission;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An activation that limits values to a range.</summary>
/// <param name="range">The range.</param>
/// <remarks>Quantized tensors are limited as stored where the output has the input's quantization.</remarks>
internal abstract class ClampHandler(RealRange range) : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.IsQuantized(0) && op.IsOutputQuantized(0) && op.Input(0).Quantization!.Equals(op.Output(0).Quantization) && op.InputType(0) == op.OutputType(0))
        {
            (double min, double max) = op.RawRange(0, range);
            op.RawResult(0, op.Emit.Clip(op.Raw(0), min, max));
            return;
        }

        // The limit stands before the quantization: runtimes take two quantizations in a row for one, and round differently.
        if (op.IsQuantized(0) && !op.IsDequantizing)
            op.Result(0, op.Emit.Clip(op.Real(0), range));
        else
            op.Result(0, op.Real(0), range);
    }
}
