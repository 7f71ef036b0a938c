using System.Buffers.Binary;
using System.Collections.Immutable;
using OnnxConvert.Files.FlatBuffers;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.BundleSchema;

namespace OnnxConvert.TfLite.Reading;

/// <summary>
/// Lists a .litertlm file: the letters LITERTLM, at byte 24 the end of the header as 64-bit number, from byte 32 on the header,
/// a FlatBuffer that says where each section lies.
/// </summary>
internal static class LiteRtLmBundle
{
    private const int EndPlace = 24;

    private const int HeaderStart = 32;

    private const int MaxHeader = 1 << 20;

    public static bool Matches(ReadOnlySpan<byte> start) => start.StartsWith("LITERTLM"u8);

    /// <param name="head">The first 2 GB.</param>
    /// <param name="file">The whole file, if it is one.</param>
    /// <exception cref="InvalidModelException">The header is broken, or a section lies outside the file.</exception>
    public static ImmutableArray<BundlePart> List(ReadOnlyMemory<byte> head, MappedFile? file)
    {
        long length = file?.Length ?? head.Length;
        if (head.Length < HeaderStart)
            throw new InvalidModelException($"The bundle has {head.Length} bytes; its header alone has more.");
        ulong end = BinaryPrimitives.ReadUInt64LittleEndian(head.Span[EndPlace..]);
        if (end <= HeaderStart || end > MaxHeader || end > (ulong)head.Length)
            throw new InvalidModelException($"The bundle's header would end at byte {end}.");

        LiteRtLmMetadata root = LiteRtLmMetadata.GetRootAsLiteRtLmMetadata(FlatBufferVerifier.Open(SchemaLayout.Instance, head[HeaderStart..(int)end]));
        if (root.SectionMetadata is not { } sections)
            return [];
        var parts = ImmutableArray.CreateBuilder<BundlePart>();
        for (int i = 0; i < sections.ObjectsLength; i++)
            parts.Add(Section(sections.Objects(i)!.Value, i, head, file, length));
        return parts.ToImmutable();
    }

    private static BundlePart Section(SectionObject section, int index, ReadOnlyMemory<byte> head, MappedFile? file, long length)
    {
        (ulong begin, ulong end) = (section.BeginOffset, section.EndOffset);
        string name = Name(section, index);
        if (begin > end || end > (ulong)length)
            throw new InvalidModelException($"Section {index} '{name}' of the bundle, bytes {begin} to {end}, lies outside the file, which has {length} bytes.");
        bool isModel = section.DataType == SectionType.TfLiteModel;
        return new BundlePart(new TfLiteBundleEntry(name, (long)(end - begin), isModel), () => end - begin <= (ulong)Array.MaxLength
            ? file?.Slice((long)begin, (int)(end - begin)) ?? head[(int)begin..(int)end]
            : throw new UnsupportedModelException($"Section {index} '{name}' has {end - begin} bytes; sections up to {Array.MaxLength} bytes are supported."));
    }

    /// <summary>The number, what it is, and for a model which: <c>2.model.prefill_decode</c>.</summary>
    private static string Name(SectionObject section, int index)
    {
        string kind = section.DataType switch
        {
            SectionType.TfLiteModel => "model",
            SectionType.SentencePieceTokenizer => "sentencepiece",
            SectionType.LlmMetadata => "llm_metadata",
            SectionType.HuggingFaceTokenizer => "huggingface_tokenizer",
            SectionType.TfLiteWeights => "weights",
            SectionType.ExecutorMetadata => "executor_metadata",
            _ => "data",
        };
        string? type = null;
        for (int i = 0; i < section.ItemsLength; i++)
        {
            var item = section.Items(i)!.Value;
            if (item.Key == "model_type" && item.ValueType == VData.StringValue)
                type = item.Value<StringValue>()?.Value;
        }

        return string.IsNullOrEmpty(type) ? $"{index}.{kind}" : $"{index}.{kind}.{type}";
    }
}
