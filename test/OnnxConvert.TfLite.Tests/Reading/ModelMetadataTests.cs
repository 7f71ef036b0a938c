using System.IO.Compression;
using Google.FlatBuffers;
using OnnxConvert.TfLite.MetadataSchema;
using OnnxConvert.TfLite.Schema;

namespace OnnxConvert.TfLite.Tests.Reading;

/// <summary>What a model says about its inputs and outputs, up to the ONNX model.</summary>
public class ModelMetadataTests
{
    [Test]
    public void Normalization_and_labels_are_read()
    {
        TfLiteModelMetadata metadata = TfLiteReader.Read(Model()).ModelMetadata!;
        Assert.That((metadata.Name, metadata.Author, metadata.License), Is.EqualTo(("classifier", "somebody", "MIT")));
        Assert.That(metadata.Inputs[0].Mean, Is.EqualTo(new[] { 127.5f }));
        Assert.That(metadata.Inputs[0].Std, Is.EqualTo(new[] { 127f, 128f, 129f }));
        Assert.That(metadata.Outputs[0].AxisLabelFile, Is.EqualTo("labels.txt"));
        Assert.That(metadata.Outputs[0].ScoreThreshold, Is.EqualTo(0.5f));
    }

    [Test]
    public void They_go_into_the_metadata_of_the_onnx_model()
    {
        var metadata = Converter.FromTfLite(Model()).Rename("y", "probabilities").ToOnnx().Model.Metadata;
        Assert.That(metadata["author"], Is.EqualTo("somebody"));
        Assert.That(metadata["input.x.mean"], Is.EqualTo("127.5"));
        Assert.That(metadata["input.x.std"], Is.EqualTo("127,128,129"));
        Assert.That(metadata["output.probabilities.labels"], Is.EqualTo("cat\ndog"));
        Assert.That(metadata["output.probabilities.score_threshold"], Is.EqualTo("0.5"));
    }

    [Test]
    public void Associated_files_are_read_by_name()
    {
        TfLiteModel model = TfLiteReader.Read(Model());
        Assert.That(model.AssociatedFiles.Select(file => file.Name), Is.EqualTo(new[] { "labels.txt" }));
        Assert.That(model.ReadAssociatedFile("labels.txt").ToArray(), Is.EqualTo("cat\r\ndog\r\n"u8.ToArray()));
        Assert.That(() => model.ReadAssociatedFile("other.txt"), Throws.ArgumentException);
    }

    [Test]
    public void A_broken_block_is_a_remark()
    {
        TfLiteModel model = TfLiteReader.Read(Model(block => [.. block.Select(_ => (byte)0xFF)]));
        Assert.That(model.ModelMetadata, Is.Null);
        Assert.That(model.Warnings, Has.Some.Contain("TFLITE_METADATA"));
    }

    private static byte[] Model(Func<byte[], byte[]>? damage = null)
    {
        var writer = new ModelWriter();
        int x = writer.Tensor("x", [2]), y = writer.Tensor("y", [2]);
        writer.Add(x, x, y);
        writer.Subgraph([x], [y]);
        byte[] block = Block();
        writer.Metadata("TFLITE_METADATA", writer.Buffer(damage?.Invoke(block) ?? block));
        using var file = new MemoryStream();
        file.Write(writer.Write());
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using Stream entry = archive.CreateEntry("labels.txt").Open();
            entry.Write("cat\r\ndog\r\n"u8);
        }

        return file.ToArray();
    }

    private static byte[] Block()
    {
        var builder = new FlatBufferBuilder(256);
        var normalization = NormalizationOptions.CreateNormalizationOptions(
            builder, NormalizationOptions.CreateMeanVector(builder, [127.5f]), NormalizationOptions.CreateStdVector(builder, [127, 128, 129]));
        var threshold = ScoreThresholdingOptions.CreateScoreThresholdingOptions(builder, 0.5f);
        var labels = AssociatedFile.CreateAssociatedFile(builder, builder.CreateString("labels.txt"), type: AssociatedFileType.TensorAxisLabels);
        var input = TensorMetadata.CreateTensorMetadata(builder, builder.CreateString("image"), process_unitsOffset: TensorMetadata.CreateProcessUnitsVector(
            builder, [ProcessUnit.CreateProcessUnit(builder, ProcessUnitOptions.NormalizationOptions, normalization.Value)]));
        var output = TensorMetadata.CreateTensorMetadata(
            builder,
            process_unitsOffset: TensorMetadata.CreateProcessUnitsVector(builder, [ProcessUnit.CreateProcessUnit(builder, ProcessUnitOptions.ScoreThresholdingOptions, threshold.Value)]),
            associated_filesOffset: TensorMetadata.CreateAssociatedFilesVector(builder, [labels]));
        var main = SubGraphMetadata.CreateSubGraphMetadata(
            builder,
            input_tensor_metadataOffset: SubGraphMetadata.CreateInputTensorMetadataVector(builder, [input]),
            output_tensor_metadataOffset: SubGraphMetadata.CreateOutputTensorMetadataVector(builder, [output]));
        builder.Finish(ModelMetadata.CreateModelMetadata(
            builder, builder.CreateString("classifier"), subgraph_metadataOffset: ModelMetadata.CreateSubgraphMetadataVector(builder, [main]),
            authorOffset: builder.CreateString("somebody"), licenseOffset: builder.CreateString("MIT")).Value, "M001");
        return builder.SizedByteArray();
    }
}
