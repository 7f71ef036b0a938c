using System.IO.Compression;
using Microsoft.ML.OnnxRuntime;
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
        using ZipArchive archive = ZipFile.OpenRead(SharedData.Require("reports", "onnx-models.zip"));
        var unknown = new List<string>();
        var faults = new List<string>();
        int inferred = 0;
        foreach (ZipArchiveEntry entry in archive.Entries.Where(entry => entry.Name.EndsWith(".onnx", StringComparison.Ordinal)))
        {
            byte[] bytes = Bytes(entry);
            if (Load(bytes) is not { } model)
                continue;
            string[] refused = [.. Faults(model)];
            inferred++;
            if (refused.Length > 0 && StockLoads(bytes))
                faults.AddRange(refused.Select(fault => $"{entry.Name}: {fault}"));
            string[] names = [.. Unknown(model).Distinct().Order(StringComparer.Ordinal)];
            if (names.Length > 0)
                unknown.Add($"{entry.Name}{(StockLoads(bytes) ? " (stock loads it)" : "")}: {string.Join(", ", names)}");
        }

        TestContext.Out.WriteLine($"{inferred} models inferred; with unknown operators:\n{string.Join('\n', unknown)}");
        Assert.That(faults, Is.Empty);
        Assert.That(unknown.Where(line => line.Contains("(stock loads it)", StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Infers all nodes, whatever the file says that they compute; what is wrong with those of domains beside ONNX's own.</summary>
    private static IEnumerable<string> Faults(Model model)
    {
        int opset = (int)model.OpsetImports.GetValueOrDefault("", 1);
        foreach (Value value in model.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes).SelectMany(node => node.Outputs))
            value.Type = null;
        foreach (Node node in model.Graph.SelfAndSubgraphs().ToArray().SelectMany(graph => graph.TopologicalOrder()))
        {
            if (ShapeInference.FindFault(node, opset) is { } fault && node.Domain.Length > 0)
                yield return fault;
        }
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
