using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Rewriters;

internal sealed class NormalizationRewriterTests
{
    private const float Epsilon = 1e-3f;
    private static readonly float[] X = [.. Enumerable.Range(0, 24).Select(i => MathF.Sin(i * i) + (i % 5))];
    private static readonly float[] Gamma = [1, 2, -1, 0.5f];
    private static readonly float[] Beta = [0, 1, -2, 3];

    public enum Form
    {
        /// <summary>x · s + (β - mean · s), as Keras writes it.</summary>
        Keras,

        /// <summary>(x - mean) · rsqrt(…) · γ + β.</summary>
        Rsqrt,

        /// <summary>(x - mean) · (rsqrt(…) · γ) + β.</summary>
        ScaledRoot,

        /// <summary>(x - mean) / sqrt(…) · γ + β, with the variance by MUL.</summary>
        Division,
    }

    [Test]
    public void Layer_normalization_is_one_node_since_opset_17([Values] Form form)
    {
        SourceGraph graph = Normalized(form);
        Assert.That(graph.Operators(17), Is.EqualTo(new[] { "LayerNormalization" }));
        Assert.That(graph.Operators(16), Does.Not.Contain("LayerNormalization"));
        float[] expected = Reference();
        Assert.That(graph.Run<float>(17), Is.EqualTo(expected).Within(1e-5f));
        Assert.That(graph.Run<float>(16), Is.EqualTo(expected).Within(1e-5f));
    }

    [TestCase(1, 2)]
    [TestCase(-2, 1)]
    public void Normalization_over_height_and_width_is_that_of_an_instance(params int[] axes)
    {
        SourceGraph graph = Normalized(Form.Keras, axes);
        Assert.That(graph.Operators(), Does.Contain("InstanceNormalization"));
        Assert.That(graph.Run<float>(13), Is.EqualTo(Reference(perImage: true)).Within(1e-5f));
    }

    [TestCase(1)]
    [TestCase(0, 3)]
    public void Normalization_over_other_dimensions_is_left_alone(params int[] axes) =>
        Assert.That(Normalized(Form.Keras, axes).Operators(), Does.Not.Contain("LayerNormalization").And.Not.Contain("InstanceNormalization"));

    [Test]
    public void Computed_scale_and_shift_of_an_instance_are_taken_as_they_are()
    {
        var graph = new SourceGraph();
        Value x = graph.Input(X, 1, 2, 3, 4);
        Value gamma = graph.Input(Gamma, 1, 1, 1, 4);
        Value beta = graph.Input(Beta, 1, 1, 1, 4);
        graph.Output(Keras(graph, x, gamma, beta, [1, 2]));
        Assert.That(graph.Operators(), Does.Contain("InstanceNormalization"));
        Assert.That(graph.Run<float>(), Is.EqualTo(Reference(perImage: true)).Within(1e-5f));
    }

    [Test]
    public void Root_mean_square_normalization_is_one_node_since_opset_23([Values(Form.Rsqrt, Form.ScaledRoot, Form.Division)] Form form)
    {
        SourceGraph graph = Normalized(form, isCentered: false);
        Assert.That(graph.Operators(23), Is.EqualTo(new[] { "RMSNormalization" }));
        Assert.That(graph.Operators(22), Does.Not.Contain("RMSNormalization"));
        float[] expected = [.. X.Chunk(4).SelectMany(row => row.Select((value, i) => (float)(value / Math.Sqrt(row.Average(v => v * v) + Epsilon) * Gamma[i])))];
        Assert.That(graph.Run<float>(23), Is.EqualTo(expected).Within(1e-5f));
        Assert.That(graph.Run<float>(22), Is.EqualTo(expected).Within(1e-5f));
    }

    [Test]
    public void Without_scale_and_shift_too()
    {
        var graph = new SourceGraph();
        Value x = graph.Input(X, 1, 2, 3, 4);
        graph.Output(Core(graph, x, Form.Rsqrt, null, [3], true));
        Assert.That(graph.Operators(), Is.EqualTo(new[] { "LayerNormalization" }));
    }

    [Test]
    public void Root_that_is_read_elsewhere_is_left_alone()
    {
        var graph = new SourceGraph();
        Value y = Core(graph, graph.Input(X, 1, 2, 3, 4), Form.Rsqrt, null, [3], true);
        graph.Output(y, y.Producer!.Input(1)!);
        ConversionResult result = graph.Conversion().ToOnnx(18);
        Assert.That(result.Model.Graph.Nodes.Select(node => node.OpType), Does.Not.Contain("LayerNormalization"));
        Assert.That(result.Report.Operators.SelectMany(op => op.Remarks), Has.One.Contains("is read elsewhere, too"));
    }

    [Test]
    public void Variance_about_another_mean_is_left_alone()
    {
        var graph = new SourceGraph();
        Value x = graph.Input(X, 1, 2, 3, 4);
        Value other = Mean(graph, graph.Input(X, 1, 2, 3, 4), [3]);
        Value difference = graph.Add(TfLiteOps.Sub, [x, Mean(graph, x, [3])], [1, 2, 3, 4]);
        Value variance = Mean(graph, graph.Add(TfLiteOps.SquaredDifference, [x, other], [1, 2, 3, 4]), [3]);
        Value root = graph.Add(TfLiteOps.Rsqrt, [graph.Add(TfLiteOps.Add, [variance, graph.Scalar(Epsilon)], [1, 2, 3, 1])], [1, 2, 3, 1]);
        graph.Output(graph.Add(TfLiteOps.Mul, [difference, root], [1, 2, 3, 4]));
        Assert.That(graph.Operators(), Does.Not.Contain("LayerNormalization"));
    }

    [Test]
    public void Scale_along_another_dimension_stays_behind()
    {
        var graph = new SourceGraph();
        Value x = graph.Input(X, 1, 2, 3, 4);
        Value core = Core(graph, x, Form.Rsqrt, null, [3], true);
        graph.Output(graph.Add(TfLiteOps.Mul, [core, graph.Constant<float>([1, 2, 3], 3, 1)], [1, 2, 3, 4]));
        Assert.That(graph.Operators(), Is.EqualTo(new[] { "LayerNormalization", "Mul" }));
    }

    [Test]
    public void Quantized_tensors_are_left_alone()
    {
        SourceGraph graph = Normalized(Form.Keras);
        foreach (Node node in graph.Graph.Nodes)
            node.Outputs[0].Quantization = new QuantizationParameters(0.1f, 0);
        foreach (Node node in graph.Graph.Nodes)
            node.Outputs[0].Type = new TensorType(ElementType.Int8, node.Outputs[0].Shape);
        Assert.That(graph.Operators(), Does.Not.Contain("LayerNormalization"));
    }

    private static SourceGraph Normalized(Form form, int[]? axes = null, bool isCentered = true)
    {
        var graph = new SourceGraph();
        Value x = graph.Input(X, 1, 2, 3, 4);
        axes ??= [3];
        Value gamma = graph.Constant(Gamma);
        if (form == Form.Keras)
            return graph.Output(Keras(graph, x, gamma, graph.Constant(Beta), axes));
        Value y = Core(graph, x, form, gamma, axes, isCentered);
        if (form != Form.ScaledRoot)
            y = graph.Add(TfLiteOps.Mul, [gamma, y], [1, 2, 3, 4]);
        return graph.Output(isCentered ? graph.Add(TfLiteOps.Add, [y, graph.Constant(Beta)], [1, 2, 3, 4]) : y);
    }

    private static Value Keras(SourceGraph graph, Value x, Value gamma, Value beta, int[] axes)
    {
        long[] all = [1, 2, 3, 4];
        Value mean = Mean(graph, x, axes);
        Value variance = Mean(graph, graph.Add(TfLiteOps.SquaredDifference, [x, mean], all), axes);
        Value root = graph.Add(TfLiteOps.Rsqrt, [graph.Add(TfLiteOps.Add, [variance, graph.Scalar(Epsilon)], [.. variance.Shape!.ToSizes()!])], [.. variance.Shape!.ToSizes()!]);
        Value scale = graph.Add(TfLiteOps.Mul, [root, gamma], all);
        Value shift = graph.Add(TfLiteOps.Sub, [beta, graph.Add(TfLiteOps.Mul, [mean, scale], all)], all);
        return graph.Add(TfLiteOps.Add, [graph.Add(TfLiteOps.Mul, [x, scale], all), shift], all);
    }

    private static Value Core(SourceGraph graph, Value x, Form form, Value? gamma, int[] axes, bool isCentered)
    {
        long[] all = [1, 2, 3, 4];
        Value mean = Mean(graph, x, axes);
        Value centered = isCentered ? graph.Add(TfLiteOps.Sub, [x, mean], all) : x;
        Value square = form == Form.Division ? graph.Add(TfLiteOps.Mul, [centered, centered], all)
            : isCentered ? graph.Add(TfLiteOps.SquaredDifference, [x, mean], all) : graph.Add(TfLiteOps.Square, [x], all);
        Value variance = Mean(graph, square, axes);
        long[] sizes = variance.Shape!.ToSizes()!;
        Value sum = graph.Add(TfLiteOps.Add, [graph.Scalar(Epsilon), variance], sizes);
        if (form == Form.Division)
            return graph.Add(TfLiteOps.Div, [centered, graph.Add(TfLiteOps.Sqrt, [sum], sizes)], all);
        Value root = graph.Add(TfLiteOps.Rsqrt, [sum], sizes);
        return graph.Add(TfLiteOps.Mul, [centered, form == Form.ScaledRoot ? graph.Add(TfLiteOps.Mul, [root, gamma], all) : root], all);
    }

    private static Value Mean(SourceGraph graph, Value x, int[] axes)
    {
        long[] all = [1, 2, 3, 4];
        HashSet<int> reduced = [.. axes.Select(axis => axis < 0 ? axis + 4 : axis)];
        long[] sizes = [.. all.Select((size, i) => reduced.Contains(i) ? 1 : size)];
        return graph.Add(TfLiteOps.Mean, [x, graph.Constant(axes)], sizes, new NodeAttribute("keep_dims", 1L));
    }

    private static float[] Reference(bool perImage = false)
    {
        var y = new float[X.Length];
        for (int i = 0; i < y.Length; i++)
        {
            float[] group = perImage ? [.. X.Where((_, j) => j % 4 == i % 4)] : [.. X.Chunk(4).ElementAt(i / 4)];
            double mean = group.Average();
            y[i] = (float)((X[i] - mean) / Math.Sqrt(group.Average(v => (v - mean) * (v - mean)) + Epsilon) * Gamma[i % 4]) + Beta[i % 4];
        }

        return y;
    }
}
