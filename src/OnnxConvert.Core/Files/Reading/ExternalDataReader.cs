using System.Globalization;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;

namespace OnnxConvert.Files.Reading;

/// <summary>Finds tensors in files beside the model. Each file is mapped once, and only what is touched is read.</summary>
internal sealed class ExternalDataReader(string? folder) : IDisposable
{
    private readonly Dictionary<string, MappedFile> _files = new(StringComparer.Ordinal);

    public TensorData Read(TensorProto tensor, ElementType type, long[] dims, long byteCount)
    {
        if (folder is null)
            throw new InvalidModelException($"Tensor '{tensor.Name}' has external data; a model that is loaded from memory or a stream needs the folder of that data.");
        if (type == ElementType.String)
            throw new InvalidModelException($"Tensor '{tensor.Name}' of strings has external data; strings must stand in the model file.");

        string location = Entry(tensor, "location") ?? throw new InvalidModelException($"Tensor '{tensor.Name}' has external data without a location.");
        MappedFile file = Open(ExternalDataPath.Resolve(folder, location, tensor.Name), tensor.Name);
        long offset = Number(tensor, "offset") ?? 0;
        long length = Number(tensor, "length") ?? byteCount;
        if (length != byteCount)
            throw new InvalidModelException($"Tensor '{tensor.Name}' takes {byteCount} bytes; its external data has {length}.");
        if (offset > file.Length - length)
            throw new InvalidModelException($"Tensor '{tensor.Name}' is said to be at {offset} to {offset + (decimal)length} of '{location}', which has {file.Length} bytes.");
        return TensorData.FromFile(type, dims, file, offset);
    }

    /// <summary>Makes the model the owner of the files.</summary>
    public void GiveTo(Model model)
    {
        foreach (MappedFile file in _files.Values)
            model.Own(file);
        _files.Clear();
    }

    /// <summary>Lets the files go that nobody was given.</summary>
    public void Dispose()
    {
        foreach (MappedFile file in _files.Values)
            file.Dispose();
    }

    private MappedFile Open(string path, string tensor)
    {
        if (_files.TryGetValue(path, out MappedFile? file))
            return file;
        if (!File.Exists(path))
            throw new InvalidModelException($"The external data file '{path}' of tensor '{tensor}' is missing.");
        file = MappedFile.Open(path);
        _files.Add(path, file);
        StandIns.Refuse(file, $"The external data file '{path}' of tensor '{tensor}'");
        return file;
    }

    private static string? Entry(TensorProto tensor, string key) => tensor.ExternalData.FirstOrDefault(e => e.Key == key)?.Value;

    private static long? Number(TensorProto tensor, string key)
    {
        if (Entry(tensor, key) is not { } text)
            return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new InvalidModelException($"The {key} '{text}' of the external data of tensor '{tensor.Name}' is no number.");
    }
}
