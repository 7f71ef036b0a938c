using OnnxConvert.Ir;

namespace OnnxConvert.Extensibility;

public sealed partial class Emitter
{
    /// <summary>Resizes to given sizes; the input is (N, C, spatial...).</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="sizes">The sizes of all dimensions, a rank 1 int64 value.</param>
    /// <param name="mode"><c>nearest</c> or <c>linear</c>.</param>
    /// <param name="coordinates">The coordinate transformation: <c>half_pixel</c>, <c>align_corners</c> or <c>asymmetric</c>.</param>
    /// <param name="nearest">How <c>nearest</c> rounds: <c>floor</c> or <c>round_prefer_ceil</c>.</param>
    public Value Resize(Value x, Value sizes, string mode, string coordinates, string nearest = "floor")
    {
        if (Opset < 11)
            throw new UnsupportedModelException("Resizing needs opset 11 or higher, where the coordinate transformation can be stated.");
        ElementType type = x.ElementType;
        ElementType computed = KernelTypes.For("Resize", type, Opset);
        List<NodeAttribute> attributes = [new("mode", mode), new("coordinate_transformation_mode", coordinates)];
        if (mode == "nearest")
            attributes.Add(new NodeAttribute("nearest_mode", nearest));
        // Until opset 13 roi and scales had to be there, if only as empty tensors.
        Value? empty = Opset < 13 ? Const(TensorData.Create<float>([], 0)) : null;
        return Cast(Node("Resize", [Cast(x, computed), empty, empty, sizes], [.. attributes]), type);
    }
}
