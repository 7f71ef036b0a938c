using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Rewriters;

/// <summary>Files may hold operators with fewer inputs and outputs than they are defined with; rewriters must pass over them.</summary>
internal sealed class PatternsTests
{
    [Test]
    public void Operators_without_outputs_and_inputs_are_passed_over([ValueSource(nameof(Operators))] string opType)
    {
        var graph = new SourceGraph();
        Value x = graph.Input<float>([1, 2]);
        graph.AddNode(opType, TfLiteOps.Domain, []);
        graph.AddNode(opType, TfLiteOps.Domain, [x, null]);
        graph.Output(graph.Add(TfLiteOps.Abs, [x], [2]), graph.Add(opType, [], [2]), graph.Add(opType, [x, null], [2]));
        Assert.That(() => graph.Conversion().ToOnnx(24), Throws.TypeOf<UnsupportedModelException>());
    }

    private static IEnumerable<string> Operators =>
    [
        TfLiteOps.Mul, TfLiteOps.Div, TfLiteOps.Add, TfLiteOps.Sub, TfLiteOps.Transpose, TfLiteOps.BatchMatMul, TfLiteOps.Softmax, TfLiteOps.BatchToSpaceNd,
        TfLiteOps.Mean, TfLiteOps.Rsqrt, TfLiteOps.Square, TfLiteOps.Pow, TfLiteOps.StridedSlice, TfLiteOps.Pack,
    ];
}
