using OnnxConvert.Cli.Convert;
using OnnxConvert.Cli.Inspect;
using OnnxConvert.Cli.Ops;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli;

/// <summary>The library as the commands use it.</summary>
internal interface IModelService
{
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    /// <exception cref="UnsupportedModelException">The model holds what cannot be converted.</exception>
    ConvertedFile Convert(string path, ConversionRequest request, CancellationToken cancellationToken);

    /// <summary>The names of the models in a bundle; none if the file is no bundle.</summary>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    IReadOnlyList<string> ModelsOfBundle(string path);

    /// <summary>The keys of a model's signatures.</summary>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    IReadOnlyList<string> Signatures(string path, string? model);

    /// <summary>What a model file holds.</summary>
    /// <param name="path">A .tflite, .onnx or .ort file, or a bundle.</param>
    /// <param name="model">Which model of a bundle; null for the file as a whole.</param>
    /// <param name="details">What is listed one by one.</param>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    ModelSummary Inspect(string path, string? model, GraphDetails details);

    /// <summary>The files that a model or a bundle carries, such as its labels.</summary>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    IReadOnlyList<CarriedFile> CarriedFiles(string path, string? model);

    /// <summary>The model of an .ort file, or that of the .ort file that an .onnx or .tflite file becomes.</summary>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    /// <exception cref="UnsupportedModelException">The model holds what cannot be converted.</exception>
    OrtModel Load(string path);

    /// <summary>Where the model of an .onnx or .ort file runs, or that of the .onnx file that a .tflite file becomes.</summary>
    /// <exception cref="InvalidModelException">The file is broken.</exception>
    /// <exception cref="UnsupportedModelException">The .tflite file holds what cannot be converted.</exception>
    Diagnosis Examine(string path, RequiredOperators? configuration);

    /// <summary>The TFLite operators that are handled, by name.</summary>
    IReadOnlyList<HandledOperator> Operators();
}
