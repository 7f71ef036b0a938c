using OnnxConvert.Conformance.Data;

namespace OnnxConvert.Conformance.Running;

/// <summary>What is being judged: turns a .tflite model into the bytes of an .onnx file.</summary>
internal interface IModelConverter
{
    /// <exception cref="ConversionRefusedException">The converter or its checker said no, in the documented way.</exception>
    ConvertedModel Convert(ModelSource model, ConvertSettings settings);
}

internal sealed record ConvertSettings(int Opset, bool Dequantize = false);

/// <summary>The bytes of an .onnx file, and what the converter wanted to say about it.</summary>
internal sealed record ConvertedModel(byte[] Onnx, IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// Of a dequantized model: for each output, the step of the quantized tensor whose real values it is in the source; 0 for
    /// others. Empty when no output is one.
    /// </summary>
    public IReadOnlyList<double> OutputSteps { get; init; } = [];

    /// <summary>Whether ONNX Runtime can be asked for exact integer sums: it fails on models in which quantized weights are shared.</summary>
    public bool AllowsExactSums { get; init; } = true;
}
