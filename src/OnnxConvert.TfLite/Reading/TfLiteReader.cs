using OnnxConvert.Files;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Reading;

namespace OnnxConvert.TfLite;

/// <summary>
/// Reads TFLite models. Whatever the bytes are, reading ends with a model or with an <see cref="OnnxConvertException"/>,
/// in time and memory that are bounded by the length of the file. Of a bundle (<see cref="TfLiteBundle"/>) with a single model,
/// that model is read.
/// </summary>
public static class TfLiteReader
{
    /// <summary>Reads a model from a file, which is mapped into memory: constants are views of the file.</summary>
    /// <param name="path">The path of the .tflite file. The file must not change while the model is in use.</param>
    /// <returns>The model, which owns the mapping: dispose it to let the file go.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidModelException">The file is broken; the message names the place.</exception>
    /// <exception cref="UnsupportedModelException">The file is a bundle of several models, of another schema version, or keeps data elsewhere.</exception>
    public static TfLiteModel Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using MappedFile file = MappedFile.Open(path);
        bool isBundle = TfLiteBundle.IsBundle(file.Slice(0, (int)Math.Min(file.Length, 8)).Span);
        if (!isBundle)
            return Owning(ModelReader.Read(TfLiteFile.Of(file)), file);
        using TfLiteBundle bundle = TfLiteBundle.Open(file.Share());
        return bundle.ReadOnlyModel();
    }

    /// <summary>Reads a model from a stream, from its present position to its end. The stream stays open.</summary>
    /// <param name="stream">The stream; up to 2 GB.</param>
    /// <exception cref="IOException">The stream cannot be read, or is too long.</exception>
    /// <exception cref="InvalidModelException">The model is broken; the message names the place.</exception>
    /// <exception cref="UnsupportedModelException">The bytes are a bundle of several models, of another schema version, or keeps data elsewhere.</exception>
    public static TfLiteModel Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(StreamBytes.ReadToEnd(stream));
    }

    /// <summary>Reads a model from memory: constants are views of it.</summary>
    /// <param name="bytes">The whole model. It must not change while the model is in use.</param>
    /// <exception cref="InvalidModelException">The model is broken; the message names the place.</exception>
    /// <exception cref="UnsupportedModelException">The bytes are a bundle of several models, of another schema version, or keeps data elsewhere.</exception>
    public static TfLiteModel Read(ReadOnlyMemory<byte> bytes) =>
        TfLiteBundle.IsBundle(bytes.Span) ? TfLiteBundle.Open(bytes).ReadOnlyModel() : ModelReader.Read(TfLiteFile.Of(bytes));

    /// <summary>Makes a model an owner of the file that it was read from.</summary>
    internal static TfLiteModel Owning(TfLiteModel model, MappedFile? file)
    {
        if (file is not null)
            model.Model.Own(file.Share());
        return model;
    }
}
