using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RSQRT → Reciprocal of Sqrt: one over the square root; of int16 by the kernel's table.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Rsqrt)]
[OpHandler(TfLiteOps.CustomDomain, "FlexRsqrt")]
internal sealed class RsqrtHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (Int16Table.Covers(op))
        {
            float highest = short.MaxValue * op.Output(0).Quantization!.Scale;
            op.RawResult(0, Int16Table.Apply(op, value => value <= 0 ? highest : 1 / MathF.Sqrt(value)));
            return;
        }

        op.Result(0, op.Emit.Unary("Reciprocal", op.Emit.Unary("Sqrt", op.Real(0))));
    }
}
