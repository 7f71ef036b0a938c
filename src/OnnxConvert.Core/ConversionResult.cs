using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert;

/// <summary>
/// A finished conversion: the ONNX model and the report of how it came about. Constants that were taken over lie in the source's
/// mapped file still, which the model owns beside the source: dispose the result, or its model, to let the file go.
/// </summary>
public sealed class ConversionResult : IDisposable
{
    internal ConversionResult(Model model, ConversionReport report)
    {
        Model = model;
        Report = report;
    }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>What became of each operator, which rules fired, and what was approximated.</summary>
    public ConversionReport Report { get; }

    /// <summary>Saves the model to a file; nothing is left behind when that fails.</summary>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Save(string path, OnnxSaveOptions? options = null) => OnnxModel.Save(Model, path, options);

    /// <summary>Saves the model to a stream, which stays open.</summary>
    /// <exception cref="UnsupportedModelException">The model exceeds 2 GB; only saving to a path can put tensors into a second file.</exception>
    public void Save(Stream stream) => OnnxModel.Save(Model, stream);

    /// <summary>Disposes the model.</summary>
    public void Dispose() => Model.Dispose();
}
