using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>
/// As <see cref="DropPairRule"/>, for operators that pick the largest or smallest element, which a negative scale would exchange.
/// They have no kernels of 16-bit integers.
/// </summary>
internal sealed class DropPairOfExtremesRule : DropPairRule
{
    public override IReadOnlyList<string> OpTypes => ["MaxPool", "ReduceMax", "ReduceMin"];

    public override string Action => "drop_no_int16_support_and_positive_scale";

    public override bool Matches(QuantizedGroup group, int opset) =>
        base.Matches(group, opset) && group.InputType is not (ElementType.Int16 or ElementType.UInt16)
        && (group.Target.OpType != "MaxPool" || opset is >= 12 and < 22) && Quantizer.Parameters(group.Quantizers[0]) is { Scale: > 0 };
}
