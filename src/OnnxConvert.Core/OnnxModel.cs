using Google.Protobuf;
using OnnxConvert.Checking;
using OnnxConvert.Files;
using OnnxConvert.Files.Proto;
using OnnxConvert.Files.Reading;
using OnnxConvert.Files.Writing;
using OnnxConvert.Ir;

namespace OnnxConvert;

/// <summary>Reads and writes ONNX files. What a file says beyond the graph model (training, devices, denotations) is kept and written back.</summary>
public static class OnnxModel
{
    private const long DefaultThreshold = 1024;

    /// <summary>
    /// Loads a model from a file. The file, and files of external data in its folder, are mapped into memory: constants are views of them.
    /// </summary>
    /// <param name="path">The file. It must not change while the model is in use.</param>
    /// <returns>
    /// The model, which owns the mappings: dispose it to let the files go. It need not be valid; <see cref="ModelChecker"/> tells.
    /// </returns>
    /// <exception cref="InvalidModelException">The file is no ONNX model, or contradicts itself.</exception>
    /// <exception cref="UnsupportedModelException">The file stores tensors in a way that is not supported.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Model Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using MappedFile file = MappedFile.Open(path);
        if (file.Length > int.MaxValue)
            throw new InvalidModelException($"'{path}' has {file.Length} bytes; an ONNX file has less than 2 GB, what is beyond stands in external data.");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        Model model = Read(file.Slice(0, (int)file.Length), folder);
        model.Own(file.Share());
        return model;
    }

    /// <summary>Loads a model from a stream, which is read to its end and stays open.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="externalDataFolder">Where external data lies; null if the model has none.</param>
    /// <returns>
    /// The model, which owns the mappings of external data: dispose it if there is any. It need not be valid; <see cref="ModelChecker"/> tells.
    /// </returns>
    /// <exception cref="InvalidModelException">The stream holds no ONNX model, or one that contradicts itself.</exception>
    /// <exception cref="UnsupportedModelException">The model stores tensors in a way that is not supported.</exception>
    public static Model Load(Stream stream, string? externalDataFolder = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.CanSeek && stream.Length - stream.Position > Array.MaxLength)
            throw new InvalidModelException($"The stream has {stream.Length - stream.Position} bytes; an ONNX file has less than 2 GB, what is beyond stands in external data.");
        return Read(StreamBytes.ReadToEnd(stream), externalDataFolder);
    }

    /// <summary>Loads a model from memory: constants are views of it.</summary>
    /// <param name="bytes">The file's bytes. They must not change while the model is in use.</param>
    /// <param name="externalDataFolder">Where external data lies; null if the model has none.</param>
    /// <returns>
    /// The model, which owns the mappings of external data: dispose it if there is any. It need not be valid; <see cref="ModelChecker"/> tells.
    /// </returns>
    /// <exception cref="InvalidModelException">The bytes are no ONNX model, or one that contradicts itself.</exception>
    /// <exception cref="UnsupportedModelException">The model stores tensors in a way that is not supported.</exception>
    public static Model Load(ReadOnlyMemory<byte> bytes, string? externalDataFolder = null) => Read(bytes, externalDataFolder);

    /// <summary>
    /// Saves a model to a file, and to a second one beside it where <paramref name="options"/> or the size call for external data.
    /// Both are written under temporary names and moved into place at the end, both or none: a failure leaves what was there.
    /// </summary>
    /// <param name="model">The model.</param>
    /// <param name="path">The file; an existing one is replaced.</param>
    /// <param name="options">How to write; null for the defaults.</param>
    /// <exception cref="InvalidModelException">The model cannot be written: a value that is used has no name.</exception>
    /// <exception cref="IOException">
    /// The file cannot be written. Windows replaces no file that a model is a view of: the message says so, and what to dispose.
    /// </exception>
    /// <exception cref="ObjectDisposedException">The model was disposed, and its constants with it.</exception>
    public static void Save(Model model, string path, OnnxSaveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new OnnxSaveOptions();
        options.Validate();
        long? threshold = options.ExternalDataThreshold ?? (ModelSize.InlinePayload(model, long.MaxValue) > ModelSize.LargestPayload ? DefaultThreshold : null);
        using MappedFileSet held = MappedFileSet.Of(model);
        using var files = new AtomicFile(model.MappedFiles);
        ModelProto proto = threshold is { } limit ? WriteExternalData(model, path, options, limit, files) : OnnxWriter.Write(model, null);
        CheckSize(model, threshold ?? long.MaxValue);
        using (FileStream stream = files.Create(path))
            proto.WriteTo(stream);
        files.Commit();
    }

    /// <summary>Saves a model to a stream, which stays open.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stream">The stream.</param>
    /// <exception cref="InvalidModelException">The model cannot be written: a value that is used has no name.</exception>
    /// <exception cref="UnsupportedModelException">The model exceeds 2 GB; only saving to a path can put tensors into a second file.</exception>
    public static void Save(Model model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(stream);
        CheckSize(model, long.MaxValue);
        using MappedFileSet held = MappedFileSet.Of(model);
        OnnxWriter.Write(model, null).WriteTo(stream);
    }

    private static ModelProto WriteExternalData(Model model, string path, OnnxSaveOptions options, long threshold, AtomicFile files)
    {
        string location = options.ExternalDataFileName ?? Path.GetFileName(path) + ".data";
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        using FileStream stream = files.Create(Path.Combine(folder, location));
        return OnnxWriter.Write(model, new ExternalDataWriter(stream, location, threshold, options.ExternalDataAlignment));
    }

    private static Model Read(ReadOnlyMemory<byte> bytes, string? externalDataFolder) =>
        InternalErrorException.Guard("Reading the ONNX model", () => OnnxReader.Read(bytes, externalDataFolder));

    private static void CheckSize(Model model, long threshold)
    {
        long size = ModelSize.InlinePayload(model, threshold);
        if (size > ModelSize.LargestPayload)
            throw new UnsupportedModelException($"The model file would hold {size} bytes of tensors, more than 2 GB; save to a path with external data.");
    }
}
