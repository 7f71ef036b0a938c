using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>PADV2 → Pad with a given value, which is stored as the padded tensor is.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.PadV2)]
[OpHandler(TfLiteOps.CustomDomain, "FlexPadV2")]
internal sealed class PadV2Handler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Value value = op.Raw(2);
        if (op.Shape(2)?.Rank != 0)
            value = op.Emit.Reshape(value, []);
        op.RawResult(0, Paddings.Pad(op, op.Raw(0), 1, value));
    }
}
