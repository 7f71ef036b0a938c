using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Reading;

namespace OnnxConvert.TfLite;

/// <summary>
/// A file that holds several files, models among them: a MediaPipe task (.task, a ZIP archive, which may hold further ones)
/// or a LiteRT-LM bundle (.litertlm).
/// </summary>
/// <example>
/// <code>
/// using TfLiteBundle bundle = TfLiteBundle.Open("hand_landmarker.task");
/// foreach (TfLiteBundleEntry entry in bundle.Entries.Where(entry => entry.IsModel))
///     Converter.FromTfLite(bundle.ReadModel(entry.Name)).ToOnnx().Save($"{entry.Name}.onnx");
/// </code>
/// </example>
public sealed class TfLiteBundle : IDisposable
{
    private readonly ImmutableArray<BundlePart> _parts;
    private readonly MappedFile? _file;

    private TfLiteBundle(ImmutableArray<BundlePart> parts, MappedFile? file)
    {
        _parts = parts;
        _file = file;
    }

    /// <summary>Everything in the bundle, in its order. Names are paths; those of an archive in the archive start with its name.</summary>
    public ImmutableArray<TfLiteBundleEntry> Entries => [.. _parts.Select(part => part.Entry)];

    /// <summary>Whether a file starts as a bundle does.</summary>
    /// <param name="start">Its first 8 bytes at least.</param>
    public static bool IsBundle(ReadOnlySpan<byte> start) => ZipBundle.Matches(start) || LiteRtLmBundle.Matches(start);

    /// <summary>Opens a file, which is mapped into memory and must not change while the bundle or a model of it is in use.</summary>
    /// <returns>The bundle, which owns the mapping: dispose it to let the file go. Its models own it too.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidModelException">The file is no bundle, or is broken.</exception>
    public static TfLiteBundle Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Open(MappedFile.Open(path));
    }

    /// <param name="file">The file, which is the bundle's from now on.</param>
    internal static TfLiteBundle Open(MappedFile file)
    {
        try
        {
            return Open(file.Slice(0, (int)Math.Min(file.Length, Array.MaxLength)), file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Opens a bundle in memory, which must not change while the bundle or a model of it is in use.</summary>
    /// <exception cref="InvalidModelException">The bytes are no bundle, or are broken.</exception>
    public static TfLiteBundle Open(ReadOnlyMemory<byte> bytes) => Open(bytes, null);

    /// <summary>The contents of an entry. What is not compressed is a view of the bundle, valid until that is disposed.</summary>
    /// <exception cref="ArgumentException">There is no entry of that name; the message lists those there are.</exception>
    /// <exception cref="InvalidModelException">The entry is broken.</exception>
    /// <exception cref="UnsupportedModelException">The entry is larger than 2 GB.</exception>
    public ReadOnlyMemory<byte> Read(string name) => Find(name).Read();

    /// <summary>Reads a model of the bundle, which may be disposed before it.</summary>
    /// <exception cref="ArgumentException">There is no entry of that name; the message lists those there are.</exception>
    /// <exception cref="InvalidModelException">The model is broken.</exception>
    /// <exception cref="UnsupportedModelException">The entry is no model that can be read.</exception>
    public TfLiteModel ReadModel(string name) => TfLiteReader.Owning(TfLiteReader.Read(Read(name)), _file);

    /// <summary>Lets the bundle's file go, unless a model of it owns it too.</summary>
    public void Dispose() => _file?.Dispose();

    /// <summary>Reads the model of a bundle that has only one.</summary>
    /// <exception cref="UnsupportedModelException">It has none or several; the message lists them.</exception>
    internal TfLiteModel ReadOnlyModel()
    {
        string[] models = [.. Entries.Where(entry => entry.IsModel).Select(entry => entry.Name)];
        return models.Length == 1 ? ReadModel(models[0]) : throw new UnsupportedModelException(models.Length == 0
            ? "The file is a bundle without a TFLite model."
            : $"The file is a bundle of {models.Length} models: {string.Join(", ", models)}. Choose one, with TfLiteBundle.ReadModel (--model).");
    }

    private static TfLiteBundle Open(ReadOnlyMemory<byte> head, MappedFile? file)
    {
        if (ZipBundle.Matches(head.Span))
            return new TfLiteBundle(ZipBundle.List(head, file?.Length ?? head.Length), file);
        if (LiteRtLmBundle.Matches(head.Span))
            return new TfLiteBundle(LiteRtLmBundle.List(head, file), file);
        throw new InvalidModelException("The file is no bundle of models: it starts neither as a ZIP archive (.task) nor with LITERTLM (.litertlm).");
    }

    private BundlePart Find(string name) => _parts.FirstOrDefault(part => part.Entry.Name == name)
        ?? throw new ArgumentException($"The bundle has no entry '{name}'. It has: {string.Join(", ", _parts.Select(part => part.Entry.Name))}.", nameof(name));
}
