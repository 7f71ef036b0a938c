using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Google.FlatBuffers;
using OnnxConvert.Converting;
using OnnxConvert.TfLite.BundleSchema;

namespace OnnxConvert.TfLite.Tests.Reading;

/// <summary>Bundles of models: ZIP archives and LiteRT-LM files, whole and broken.</summary>
public class BundleTests
{
    private static readonly byte[] Model = TestData.FixtureBytes("two-signatures");

    [Test]
    public void A_task_lists_its_models_and_those_of_the_tasks_in_it()
    {
        byte[] inner = Zip(("a.tflite", Model), ("labels.txt", "cat"u8.ToArray()));
        TfLiteBundle bundle = TfLiteBundle.Open(Zip(("inner.task", inner), ("b.tflite", Model)));
        Assert.That(bundle.Entries, Is.EqualTo(new TfLiteBundleEntry[]
        {
            new("inner.task", inner.Length, IsModel: false),
            new("inner.task/a.tflite", Model.Length, IsModel: true),
            new("inner.task/labels.txt", 3, IsModel: false),
            new("b.tflite", Model.Length, IsModel: true),
        }));
        Assert.That(bundle.ReadModel("inner.task/a.tflite").Signatures, Has.Length.EqualTo(2));
        Assert.That(Encoding.ASCII.GetString(bundle.Read("inner.task/labels.txt").Span), Is.EqualTo("cat"));
        Assert.That(() => bundle.ReadModel("c.tflite"), Throws.ArgumentException.With.Message.Contain("b.tflite"));
    }

    [Test]
    public void A_model_outlives_its_bundle_and_both_let_the_file_go()
    {
        string path = Path.GetTempFileName();
        File.WriteAllBytes(path, LiteRtLm((SectionType.TfLiteModel, "main", Model)));
        TfLiteBundle bundle = TfLiteBundle.Open(path);
        TfLiteModel model = bundle.ReadModel("0.model.main");
        Conversion conversion = Converter.FromTfLite(path);
        ConversionResult result = conversion.ToOnnx();
        bundle.Dispose();
        conversion.Dispose();
        Assert.That(() => bundle.Read("0.model.main").Span.Length, Throws.TypeOf<ObjectDisposedException>());
        result.Save(Stream.Null);
        Converter.FromTfLite(model).ToOnnx().Dispose();
        result.Dispose();
        model.Dispose();
        Assert.That(() => Converter.FromTfLite(model).ToOnnx().Save(Stream.Null), Throws.TypeOf<ObjectDisposedException>());
        if (OperatingSystem.IsLinux())
            Assert.That(File.ReadLines("/proc/self/maps").Where(line => line.Contains(path, StringComparison.Ordinal)), Is.Empty);
        File.Delete(path);
    }

    [Test]
    public void A_litertlm_file_lists_its_sections()
    {
        TfLiteBundle bundle = TfLiteBundle.Open(LiteRtLm((SectionType.SentencePieceTokenizer, null, "words"u8.ToArray()), (SectionType.TfLiteModel, "prefill_decode", Model)));
        Assert.That(bundle.Entries, Is.EqualTo(new TfLiteBundleEntry[]
        {
            new("0.sentencepiece", 5, IsModel: false),
            new("1.model.prefill_decode", Model.Length, IsModel: true),
        }));
        Assert.That(bundle.ReadModel("1.model.prefill_decode").Signatures, Has.Length.EqualTo(2));
    }

    [Test]
    public void The_only_model_is_read_without_being_named()
    {
        Assert.That(TfLiteReader.Read(Zip(("a.tflite", Model), ("b.txt", []))).Signatures, Has.Length.EqualTo(2));
        Assert.That(TfLiteReader.Read(LiteRtLm((SectionType.TfLiteModel, null, Model))).Signatures, Has.Length.EqualTo(2));
        Assert.That(
            () => TfLiteReader.Read(Zip(("a.tflite", Model), ("b.tflite", Model))),
            Throws.TypeOf<UnsupportedModelException>().With.Message.Contain("a.tflite, b.tflite"));
    }

    [Test]
    public void A_file_is_read_as_bytes_are()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, LiteRtLm((SectionType.TfLiteModel, "embedder", Model)));
            Assert.That(TfLiteBundle.Open(path).Entries[0].Name, Is.EqualTo("0.model.embedder"));
            Assert.That(TfLiteReader.Read(path).Signatures, Has.Length.EqualTo(2));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void A_section_outside_the_file_is_noticed()
    {
        byte[] file = LiteRtLm((SectionType.TfLiteModel, null, Model));
        Assert.That(() => TfLiteBundle.Open(file.AsMemory(0, file.Length - 1)), Throws.TypeOf<InvalidModelException>().With.Message.Contain("lies outside"));
        Assert.That(() => TfLiteBundle.Open(file.AsMemory(0, 20)), Throws.TypeOf<InvalidModelException>());
        Assert.That(() => TfLiteBundle.Open(Model), Throws.TypeOf<InvalidModelException>().With.Message.Contain("no bundle"));
    }

    [Test]
    public void Damaged_bundles_end_in_documented_exceptions()
    {
        byte[] small = [.. Model.Take(200)];
        byte[][] originals = [Zip(("a.tflite", small), ("in.task", Zip(("b.tflite", small)))), LiteRtLm((SectionType.TfLiteModel, "x", small), (SectionType.None, null, small))];
        for (int i = 0; i < 4_000; i++)
        {
            byte[] mutant = Mutation.Of(originals[i % 2], new Random(i));
            Documented.Check(() => ReadAll(mutant), $"mutation {i}");
        }
    }

    private static void ReadAll(byte[] bytes)
    {
        TfLiteBundle bundle = TfLiteBundle.Open(bytes);
        foreach (TfLiteBundleEntry entry in bundle.Entries)
            bundle.Read(entry.Name);
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static byte[] LiteRtLm(params (SectionType Type, string? Name, byte[] Bytes)[] sections)
    {
        const int Start = 1024;
        var builder = new FlatBufferBuilder(256);
        var offsets = new List<Offset<SectionObject>>();
        ulong place = Start;
        foreach ((SectionType type, string? name, byte[] bytes) in sections)
        {
            VectorOffset items = default;
            if (name is not null)
            {
                Offset<StringValue> value = StringValue.CreateStringValue(builder, builder.CreateString(name));
                items = SectionObject.CreateItemsVector(builder, [BundleSchema.KeyValuePair.CreateKeyValuePair(builder, builder.CreateString("model_type"), VData.StringValue, value.Value)]);
            }

            offsets.Add(SectionObject.CreateSectionObject(builder, items, place, place + (ulong)bytes.Length, type));
            place += (ulong)bytes.Length;
        }

        var metadata = SectionMetadata.CreateSectionMetadata(builder, SectionMetadata.CreateObjectsVector(builder, [.. offsets]));
        builder.Finish(LiteRtLmMetadata.CreateLiteRtLmMetadata(builder, metadata).Value);
        byte[] header = builder.SizedByteArray();
        var file = new byte[place];
        "LITERTLM"u8.CopyTo(file);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(24), (ulong)(32 + header.Length));
        header.CopyTo(file, 32);
        int at = Start;
        foreach ((_, _, byte[] bytes) in sections)
        {
            bytes.CopyTo(file, at);
            at += bytes.Length;
        }

        return file;
    }
}
