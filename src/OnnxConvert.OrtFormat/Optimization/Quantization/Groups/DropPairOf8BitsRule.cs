using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>As <see cref="DropPairRule"/>, for an operator without kernels of 16-bit integers.</summary>
internal class DropPairOf8BitsRule : DropPairRule
{
    public override IReadOnlyList<string> OpTypes => ["Resize"];

    public override string Action => "drop_no_int16_support";

    public override bool Matches(QuantizedGroup group, int opset) =>
        base.Matches(group, opset) && group.InputType is not (ElementType.Int16 or ElementType.UInt16);
}
