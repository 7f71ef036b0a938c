using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Files;

/// <summary>What loading a large file costs. Run by hand: <c>OnnxConvert.Core.Tests --filter "FullyQualifiedName~LargeFileTests"</c>.</summary>
[Explicit("Writes files of 500 MB and 4 GB.")]
public class LargeFileTests
{
    [Test]
    public void Loading_500_MB_of_weights_takes_little_private_memory()
    {
        const int Tensors = 125;
        const int Length = 1 << 20;
        using var folder = new TemporaryFolder();
        var graph = new Graph("big");
        Value x = graph.AddInput("x", new TensorType(ElementType.Float, Shape.Of(Length)));
        TensorData weights = TensorData.Create<float>(new float[Length], Length);
        for (int i = 0; i < Tensors; i++)
            x = graph.AddNode("Add", [x, graph.AddInitializer($"w{i}", weights)]).AddOutput($"y{i}");
        graph.AddOutput(x);
        OnnxModel.Save(new Model(graph) { OpsetImports = { [""] = 18 } }, folder.Path("big.onnx"));

        long before = PrivateKilobytes();
        using Model model = OnnxModel.Load(folder.Path("big.onnx"));
        long taken = PrivateKilobytes() - before;
        TestContext.Out.WriteLine($"{new FileInfo(folder.Path("big.onnx")).Length >> 20} MB loaded with {taken >> 10} MB of private memory");
        Assert.That(taken, Is.LessThan(20 << 10));
        Assert.That(model.Graph.Initializers, Has.Count.EqualTo(Tensors));
    }

    [Test]
    public void A_permuted_view_beyond_2_GB_is_copied_in_pieces()
    {
        const long Half = (1L << 30) + 3;
        using var folder = new TemporaryFolder();
        using (FileStream stream = File.Create(folder.Path("big")))
        {
            stream.SetLength(2 * Half);
            stream.Position = Half;
            stream.WriteByte(7);
            stream.Position = (2 * Half) - 1;
            stream.WriteByte(9);
        }

        using MappedFile file = MappedFile.Open(folder.Path("big"));
        TensorData data = TensorData.FromFile(ElementType.UInt8, [2, Half], file, 0).Transpose(1, 0);
        Assert.That(() => data.Bytes, Throws.TypeOf<NotSupportedException>());
        using (FileStream copy = File.Create(folder.Path("copy")))
            data.CopyTo(copy);
        using FileStream written = File.OpenRead(folder.Path("copy"));
        var start = new byte[4];
        written.ReadExactly(start);
        written.Position = written.Length - 2;
        Assert.That((written.Length, start, written.ReadByte(), written.ReadByte()), Is.EqualTo((2 * Half, new byte[] { 0, 7, 0, 0 }, 0, 9)));
    }

    private static long PrivateKilobytes()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("Only Linux tells private memory from that of mapped files.");
        string line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
