using OnnxConvert.Cli.Convert;
using OnnxConvert.Cli.Inspect;
using OnnxConvert.Cli.Ops;
using OnnxConvert.Ir;

namespace OnnxConvert.Cli;

/// <summary>The library as the commands use it.</summary>
internal interface IModelService
{
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    /// <exception cref="UnsupportedModelException">The model holds what cannot be converted.</exception>
    ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken);

    /// <summary>The keys of a model's signatures.</summary>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    IReadOnlyList<string> Signatures(string path);

    /// <summary>What a .tflite or .onnx file holds.</summary>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    ModelSummary Inspect(string path);

    /// <summary>The model of an .ort file, or that of the .ort file that an .onnx file becomes.</summary>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    Model Load(string path);

    /// <summary>The TFLite operators that are handled, by name.</summary>
    IReadOnlyList<HandledOperator> Operators();
}
