using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Preparing;

/// <summary>Gets from a suite's model to the bytes of an .onnx file.</summary>
public interface IModelConverter
{
    /// <exception cref="ConversionRefusedException">The converter or its checker said no, in the documented way.</exception>
    ConvertedModel Convert(ModelSource model, ConvertSettings settings);
}

public sealed record ConvertSettings(int Opset, bool Dequantize = false);

/// <summary>The bytes of an .onnx file, and what the converter wanted to say about it.</summary>
public sealed record ConvertedModel(byte[] Onnx, IReadOnlyList<string> Warnings)
{
    /// <summary>
    /// Of a dequantized model: for each output, the step of the quantized tensor whose real values it is in the source; 0 for
    /// others. Empty when no output is one.
    /// </summary>
    public IReadOnlyList<double> OutputSteps { get; init; } = [];
}
