using System.IO.Compression;
using Microsoft.ML.OnnxRuntime;
using OnnxConvert.Core.Tests.Files;
using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Core.Tests.Operators.Microsoft;

/// <summary>Infers the real models of the shared data: what stock ONNX Runtime loads has no operator that is not known here.</summary>
public class RealModelTests
{
    [Test]
    public void Models_that_stock_loads_have_known_operators()
    {
        string path = Path.Combine(BackendModels.Root, "..", "reports", "onnx-models.zip");
        if (!File.Exists(path))
            Assert.Ignore($"The real models are not at '{path}'; set ONNXCONVERT_SHARED to the folder that holds them.");
        using ZipArchive archive = ZipFile.OpenRead(path);
        var unknown = new List<string>();
        int inferred = 0;
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(".onnx", StringComparison.Ordinal)))
        {
            byte[] bytes = Bytes(entry);
            if (Load(bytes) is not { } model)
                continue;
            foreach (Graph graph in model.Graph.SelfAndSubgraphs().ToArray())
            {
                foreach (Node node in graph.TopologicalOrder())
                    ShapeInference.InferNode(node, (int)model.OpsetImports.GetValueOrDefault("", 1));
            }

            inferred++;
            string[] names = [.. Unknown(model).Distinct().Order(StringComparer.Ordinal)];
            if (names.Length > 0)
                unknown.Add($"{entry.Name}{(StockLoads(bytes) ? " (stock loads it)" : "")}: {string.Join(", ", names)}");
        }

        TestContext.Out.WriteLine($"{inferred} models inferred; with unknown operators:\n{string.Join('\n', unknown)}");
        Assert.That(unknown.Where(line => line.Contains("(stock loads it)", StringComparison.Ordinal)), Is.Empty);
    }

    private static IEnumerable<string> Unknown(Model model)
    {
        foreach (Node node in model.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes))
        {
            bool isFunction = model.Functions.Any(function => function.Name == node.OpType && function.Domain == node.Domain);
            if (!isFunction && OperatorRegistry.Find(node.Domain, node.OpType, model.OpsetImports.GetValueOrDefault(node.Domain, 1)) is not { IsDeprecated: false })
                yield return $"{node.Domain}.{node.OpType}";
        }
    }

    private static Model? Load(byte[] bytes)
    {
        try
        {
            return OnnxModel.Load(bytes);
        }
        catch (OnnxConvertException)
        {
            return null;
        }
    }

    private static bool StockLoads(byte[] bytes)
    {
        try
        {
            using var options = new SessionOptions { GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
            using var session = new InferenceSession(bytes, options);
            return true;
        }
        catch (OnnxRuntimeException)
        {
            return false;
        }
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using Stream stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
