using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>As <see cref="DropPairRule"/>, for Resize to the nearest element, which has no kernels of 16-bit integers.</summary>
/// <remarks>Interpolation between integers would round. ONNX Runtime 1.31 leaves it alone, earlier versions did not.</remarks>
internal sealed class DropPairOfResizeRule : DropPairRule
{
    public override IReadOnlyList<string> OpTypes => ["Resize"];

    public override string Action => "drop_no_int16_support";

    public override bool Matches(QuantizedGroup group, int opset) =>
        base.Matches(group, opset) && group.Target.Attributes.String("mode", "nearest") == "nearest" && group.InputType is not (ElementType.Int16 or ElementType.UInt16);
}
