using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TANH → Tanh: the hyperbolic tangent; of int16 as the kernels compute it.</summary>
/// <remarks>A quantized output has scale 1/128, or 2^-15 of int16, which takes all results in.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Tanh)]
[OpHandler(TfLiteOps.CustomDomain, "FlexTanh")]
internal sealed class TanhHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (Int16Table.Covers(op))
            op.RawResult(0, Int16Sigmoid.Tanh(op));
        else
            op.BoundedResult(0, op.Emit.Unary("Tanh", op.Real(0)));
    }
}
