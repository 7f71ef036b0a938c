using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>LOGISTIC → Sigmoid: 1 / (1 + e^-x); of int16 as the kernels compute it.</summary>
/// <remarks>A quantized output has scale 1/256, or 2^-15 of int16, which takes all results in.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Logistic)]
[OpHandler(TfLiteOps.CustomDomain, "FlexSigmoid")]
internal sealed class LogisticHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (Int16Table.Covers(op))
            op.RawResult(0, Int16Sigmoid.Logistic(op));
        else
            op.BoundedResult(0, op.Emit.Unary("Sigmoid", op.Real(0)));
    }
}
