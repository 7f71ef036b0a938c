using OnnxConvert.OrtFormat;
using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Preparing;

/// <summary>What is done with an ONNX model before a runtime gets it.</summary>
/// <param name="Level">The level at which we optimize it; null for not at all.</param>
/// <param name="ThroughOrt">Whether the runtime gets an ORT format file.</param>
public sealed record Preparation(OptimizationLevel? Level = null, bool ThroughOrt = false)
{
    public static readonly Preparation None = new();

    /// <param name="onnx">The bytes of an ONNX file.</param>
    /// <returns>The bytes of an ONNX or ORT format file.</returns>
    public byte[] Prepare(byte[] onnx)
    {
        if (this == None)
            return onnx;
        OrtModel model = OnnxModel.Load(onnx).ToOrt(new OrtOptions { OptimizationLevel = Level ?? OptimizationLevel.None });
        return ThroughOrt ? model.ToBytes() : model.ToOnnx().ToBytes();
    }
}
