using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>CONCATENATION → Concat. Inputs that are quantized alike are joined as stored, others through their real values.</summary>
/// <remarks>TFLite's runtime refuses a fused activation here; one that a file has is applied all the same.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Concatenation)]
internal sealed class ConcatenationHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        bool alike = op.Activation().IsAll && Enumerable.Range(0, op.InputCount).All(i => Equals(op.Input(i).Quantization, op.Output(0).Quantization));
        var parts = new Value[op.InputCount];
        for (int i = 0; i < parts.Length; i++)
        {
            Value part = alike ? op.Raw(i) : op.Real(i);
            // Scalars join to a vector.
            parts[i] = op.Shape(i)?.Rank == 0 ? op.Emit.Unsqueeze(part, 0) : part;
        }

        Value joined = op.Emit.Concat(parts, op.Axis(op.Int("axis"), Math.Max(op.Rank(0), 1)));
        if (alike)
            op.RawResult(0, joined);
        else
            op.Result(0, joined, op.Activation());
    }
}
