using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Images;

/// <summary>ImageDecoder: the pixels of an image file.</summary>
[Defines("ImageDecoder")]
internal sealed class ImageDecoderOperator : OperatorDefinition
{
    public override void Infer(InferenceCall c) => c.Set(0, ElementType.UInt8, new Shape(Dimension.Unknown, Dimension.Unknown, c.String("pixel_format", "RGB") == "Grayscale" ? 1 : 3));
}
