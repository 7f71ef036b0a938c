using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat;

namespace OnnxConvert;

/// <summary>The ORT format as a target: <c>Converter.FromTfLite("model.tflite").ToOrt("model.ort")</c>.</summary>
public static class OrtFormatExtensions
{
    // The opset of Conversion.ToOnnx.
    private const int DefaultOpset = 18;

    /// <summary>Makes a model of the ORT format from an ONNX model, which stays as it is.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How far to optimize and for what; null for the defaults.</param>
    /// <param name="cancellationToken">Asked between passes.</param>
    /// <exception cref="InvalidModelException">The model contradicts itself.</exception>
    /// <exception cref="UnsupportedModelException">The format, or ONNX Runtime's CPU kernels, cannot express something in the model; everything of that kind is listed.</exception>
    public static OrtModel ToOrt(this Model model, OrtOptions? options = null, CancellationToken cancellationToken = default) => OrtModel.FromOnnx(model, options, cancellationToken);

    /// <summary>Makes a model of the ORT format from the converted one.</summary>
    /// <param name="result">The finished conversion.</param>
    /// <param name="options">How far to optimize and for what; null for the defaults.</param>
    /// <param name="cancellationToken">Asked between passes.</param>
    /// <exception cref="UnsupportedModelException">The format, or ONNX Runtime's CPU kernels, cannot express something in the model; everything of that kind is listed.</exception>
    public static OrtModel ToOrt(this ConversionResult result, OrtOptions? options = null, CancellationToken cancellationToken = default) => OrtModel.FromOnnx(result.Model, options, cancellationToken);

    /// <summary>Converts to ONNX and saves the result in the ORT format.</summary>
    /// <param name="conversion">The conversion.</param>
    /// <param name="path">The .ort file; an existing one is replaced.</param>
    /// <param name="options">How far to optimize and for what; null for the defaults.</param>
    /// <param name="opset">The version of ONNX's operators to use, <see cref="Conversion.MinOpset"/> to <see cref="Conversion.MaxOpset"/>.</param>
    /// <param name="cancellationToken">Stops the conversion between operators and passes, those of the ORT format included.</param>
    /// <returns>The conversion to ONNX, with its report.</returns>
    /// <exception cref="UnsupportedModelException">Something in the model cannot be converted; everything of that kind is listed.</exception>
    /// <exception cref="InvalidModelException">The model contradicts itself.</exception>
    /// <exception cref="InternalErrorException">A fault of this library or of what was added to it.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static ConversionResult ToOrt(this Conversion conversion, string path, OrtOptions? options = null, int opset = DefaultOpset, CancellationToken cancellationToken = default)
    {
        ConversionResult result = conversion.ToOnnx(opset, cancellationToken);
        using OrtModel model = OrtModel.FromOnnx(result.Model, options, cancellationToken);
        model.Save(path);
        return result;
    }
}
