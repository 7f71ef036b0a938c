using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>EXP → Exp: e to the power of each element; of int16 by the kernel's table.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Exp)]
[OpHandler(TfLiteOps.CustomDomain, "FlexExp")]
internal sealed class ExpHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (Int16Table.Covers(op))
            op.RawResult(0, Int16Table.Apply(op, MathF.Exp));
        else
            op.Result(0, op.Emit.Unary("Exp", op.Real(0)));
    }
}
