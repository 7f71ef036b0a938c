using Microsoft.Extensions.Logging.Abstractions;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Core.Tests.Optimizers;

/// <summary>Runs one optimizer and proves what every optimizer promises.</summary>
internal static class OptimizerTest
{
    private const int MostRounds = 10;

    /// <summary>
    /// Runs the optimizer until it says that nothing changed. Asserts that it comes to an end, that "no" means an unchanged graph,
    /// that the model stays valid and its shapes true, and that it computes the same as before.
    /// </summary>
    /// <returns>In how many rounds something changed.</returns>
    internal static int Run(GraphBuilder builder, IOptimizer optimizer, double tolerance = 0)
    {
        builder.Finish();
        var before = OnnxRunner.Run(builder.Model);
        int rounds = 0;
        while (true)
        {
            string text = Print(builder.Model);
            bool changed = optimizer.Optimize(new OptimizerContext(builder.Model, NullLogger.Instance));
            if (!changed)
            {
                Assert.That(Print(builder.Model), Is.EqualTo(text), "changed, though it said no");
                break;
            }

            builder.Finish();
            AssertShapesAreTrue(builder.Model);
            Assert.That(Print(builder.Model), Is.Not.EqualTo(text), "not changed, though it said yes");
            Assert.That(++rounds, Is.LessThan(MostRounds), "it says that something changed forever");
        }

        OnnxRunner.AssertEqual(OnnxRunner.Run(builder.Model), before, tolerance);
        return rounds;
    }

    private static void AssertShapesAreTrue(Model model)
    {
        var stated = model.Graph.Nodes.SelectMany(node => node.Outputs).ToDictionary(value => value, value => value.Type);
        foreach (Value value in stated.Keys)
            value.Type = null;
        ShapeInference.Infer(model);
        foreach ((Value value, OnnxType? type) in stated)
        {
            if (type is TensorType { Shape: not null } && value.Shape is not null)
                Assert.That(value.Type, Is.EqualTo(type), value.Name);
            value.Type = type;
        }
    }

    private static string Print(Model model) => string.Join(
        '\n',
        model.Graph.SelfAndSubgraphs().SelectMany(graph => graph.Nodes).Select(node =>
            $"{string.Join(',', node.Outputs.Select(value => value.Name))} = {node.OpType}({string.Join(',', node.Inputs.Select(value => value?.Name))}) {string.Join(' ', node.Attributes)}"));
}
