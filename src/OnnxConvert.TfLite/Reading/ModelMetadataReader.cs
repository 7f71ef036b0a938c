using System.Collections.Immutable;
using OnnxConvert.Files.FlatBuffers;
using OnnxConvert.TfLite.MetadataSchema;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Reads the block that says what inputs and outputs stand for, a FlatBuffer of its own.</summary>
internal static class ModelMetadataReader
{
    private const string BlockName = "TFLITE_METADATA";

    /// <summary>Null when there is none. What is said there helps people only, so a broken block is a remark.</summary>
    public static TfLiteModelMetadata? Read(ImmutableArray<TfLiteMetadata> blocks, ReadContext context)
    {
        if (blocks.FirstOrDefault(block => block.Name == BlockName) is not { } block)
            return null;
        try
        {
            return Read(ModelMetadata.GetRootAsModelMetadata(FlatBufferVerifier.Open(SchemaLayout.Instance, block.Bytes)));
        }
        catch (InvalidModelException exception)
        {
            context.Warn($"{BlockName} is left out, since it is broken: {exception.Message}");
            return null;
        }
    }

    private static TfLiteModelMetadata Read(ModelMetadata source)
    {
        // The first is about the main graph.
        SubGraphMetadata? main = source.SubgraphMetadataLength > 0 ? source.SubgraphMetadata(0) : null;
        return new TfLiteModelMetadata
        {
            Name = source.Name ?? "",
            Description = source.Description ?? "",
            Version = source.Version ?? "",
            Author = source.Author ?? "",
            License = source.License ?? "",
            Inputs = main is { } graph ? Tensors(graph.InputTensorMetadataLength, graph.InputTensorMetadata) : [],
            Outputs = main is { } same ? Tensors(same.OutputTensorMetadataLength, same.OutputTensorMetadata) : [],
        };
    }

    private static ImmutableArray<TfLiteTensorMetadata> Tensors(int count, Func<int, TensorMetadata?> tensor) =>
        [.. Enumerable.Range(0, count).Select(i => Read(tensor(i)!.Value))];

    private static TfLiteTensorMetadata Read(TensorMetadata source)
    {
        var result = new TfLiteTensorMetadata
        {
            Name = source.Name ?? "",
            Description = source.Description ?? "",
            Min = Floats(source.Stats?.GetMinArray()),
            Max = Floats(source.Stats?.GetMaxArray()),
            AxisLabelFile = File(source, AssociatedFileType.TensorAxisLabels),
            ValueLabelFile = File(source, AssociatedFileType.TensorValueLabels),
            VocabularyFile = File(source, AssociatedFileType.Vocabulary),
        };
        for (int i = 0; i < source.ProcessUnitsLength; i++)
            result = With(result, source.ProcessUnits(i)!.Value);
        return result;
    }

    private static TfLiteTensorMetadata With(TfLiteTensorMetadata tensor, ProcessUnit unit) => unit.OptionsType switch
    {
        ProcessUnitOptions.NormalizationOptions when unit.Options<NormalizationOptions>() is { } options =>
            tensor with { Mean = Floats(options.GetMeanArray()), Std = Floats(options.GetStdArray()) },
        ProcessUnitOptions.ScoreThresholdingOptions when unit.Options<ScoreThresholdingOptions>() is { } options =>
            tensor with { ScoreThreshold = options.GlobalScoreThreshold },
        _ => tensor,
    };

    /// <summary>The first file of a kind; further ones are in other languages.</summary>
    private static string? File(TensorMetadata source, AssociatedFileType type)
    {
        for (int i = 0; i < source.AssociatedFilesLength; i++)
        {
            AssociatedFile file = source.AssociatedFiles(i)!.Value;
            if (file.Type == type && !string.IsNullOrEmpty(file.Name))
                return file.Name;
        }

        return null;
    }

    private static ImmutableArray<float> Floats(float[]? values) => [.. values ?? []];
}
