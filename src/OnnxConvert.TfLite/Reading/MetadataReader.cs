using System.Collections.Immutable;
using System.Text;
using OnnxConvert.TfLite.Schema;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Named blocks of bytes, and what is known about some of them.</summary>
internal static class MetadataReader
{
    /// <exception cref="InvalidModelException">A block refers to a buffer that does not exist.</exception>
    public static ImmutableArray<TfLiteMetadata> Read(Model model, TfLiteFile file)
    {
        var buffers = new BufferTable(file);
        var blocks = ImmutableArray.CreateBuilder<TfLiteMetadata>(model.MetadataLength);
        for (int i = 0; i < model.MetadataLength; i++)
        {
            var source = model.Metadata(i)!.Value;
            string name = source.Name ?? "";
            blocks.Add(new TfLiteMetadata(name, buffers.Contents(source.Buffer, $"Metadata {i} '{name}'") ?? ReadOnlyMemory<byte>.Empty));
        }

        return blocks.MoveToImmutable();
    }

    /// <summary>The oldest runtime that the model runs on, or null.</summary>
    public static string? MinRuntimeVersion(ImmutableArray<TfLiteMetadata> metadata)
    {
        var block = metadata.FirstOrDefault(m => m.Name == "min_runtime_version");
        if (block is null || block.Bytes.Length > 256)
            return null;
        string version = Encoding.UTF8.GetString(block.Bytes.Span).TrimEnd('\0');
        return version.Length > 0 ? version : null;
    }
}
