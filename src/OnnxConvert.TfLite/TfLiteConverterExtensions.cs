using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite;
using OnnxConvert.TfLite.Reading;

namespace OnnxConvert;

/// <summary>Starts conversions of TFLite models: <c>Converter.FromTfLite("model.tflite").ToOnnx(13).Save("model.onnx")</c>.</summary>
public static class TfLiteConverterExtensions
{
    extension(Converter)
    {
        /// <summary>Starts a conversion of a .tflite file, which is mapped into memory.</summary>
        /// <returns>
        /// The conversion, which owns the mapping; so do its results, whose constants may lie in the file still. Dispose them to let the
        /// file go, in any order; otherwise it stays mapped until the garbage collector finds them.
        /// </returns>
        /// <exception cref="IOException">The file cannot be read.</exception>
        /// <exception cref="InvalidModelException">The file is broken; the message names the place.</exception>
        /// <exception cref="UnsupportedModelException">The file is a bundle of several models, of another schema version, or keeps data elsewhere.</exception>
        public static Conversion FromTfLite(string path)
        {
            TfLiteModel model = TfLiteReader.Read(path);
            return Converter.FromModel(Source(model, owner: model));
        }

        /// <summary>Starts a conversion of a model in a stream, which is read to its end.</summary>
        /// <exception cref="IOException">The stream cannot be read.</exception>
        /// <exception cref="InvalidModelException">The model is broken; the message names the place.</exception>
        /// <exception cref="UnsupportedModelException">The bytes are a bundle of several models, of another schema version, or keeps data elsewhere.</exception>
        public static Conversion FromTfLite(Stream stream) => Converter.FromTfLite(TfLiteReader.Read(stream));

        /// <summary>Starts a conversion of a model in memory, which must not change meanwhile.</summary>
        /// <exception cref="InvalidModelException">The model is broken; the message names the place.</exception>
        /// <exception cref="UnsupportedModelException">The bytes are a bundle of several models, of another schema version, or keeps data elsewhere.</exception>
        public static Conversion FromTfLite(ReadOnlyMemory<byte> bytes) => Converter.FromTfLite(TfLiteReader.Read(bytes));

        /// <summary>Starts a conversion of a model that was read before.</summary>
        /// <param name="model">The model, which stays the caller's to dispose. Results own its mapped file too.</param>
        public static Conversion FromTfLite(TfLiteModel model) => Converter.FromModel(Source(model, owner: null));
    }

    private static SourceModel Source(TfLiteModel model, IDisposable? owner) => new(TfLiteOps.Domain, model.Subgraphs, new TfLiteModule(model))
    {
        Description = model.Description.Length > 0 ? model.Description : null,
        Properties = ModelProperties.Of(model),
        Signatures = [.. model.Signatures.Select(signature => new SourceSignature(
            signature.Key, signature.Subgraph, [.. signature.Inputs.Select(TensorName)], [.. signature.Outputs.Select(TensorName)]))],
        MappedFiles = model.Model.MappedFiles,
        Owner = owner,
    };

    private static KeyValuePair<string, string> TensorName(KeyValuePair<string, Value> named) => new(named.Key, named.Value.Name);
}
