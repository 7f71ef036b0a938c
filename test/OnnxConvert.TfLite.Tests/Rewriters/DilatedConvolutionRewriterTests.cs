using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Rewriters;

internal sealed class DilatedConvolutionRewriterTests
{
    // 7 rows and 8 columns, split in 2 and 3.
    [TestCase(new[] { 2, 3, 3, 4 }, new[] { 0, 1, 0, 1 }, TestName = "SAME, with what fills up the last block cropped again")]
    [TestCase(new[] { 0, 1, 0, 1 }, new[] { 0, 1, 0, 1 }, TestName = "VALID")]
    [TestCase(new[] { 4, 1, 1, 0 }, new[] { 1, 0, 1, 0 }, TestName = "Uneven padding")]
    public void Block_size_becomes_the_dilation(int[] paddings, int[] crops)
    {
        foreach (bool isDepthwise in (bool[])[false, true])
        {
            SourceGraph graph = Split(paddings, crops, isDepthwise);
            Assert.That(graph.Operators(), Is.EquivalentTo(new[] { "Transpose", "Conv", "Relu", "Transpose" }));
            Assert.That(graph.Run<float>(), Is.EqualTo(Reference(paddings, crops, isDepthwise)).Within(1e-5f));
        }
    }

    [TestCase("blocks", "two equal constants")]
    [TestCase("stride", "strides, dilations or padding")]
    [TestCase("same", "strides, dilations or padding")]
    [TestCase("crops", "not constant, or negative")]
    public void Near_misses_are_left_alone(string what, string reason)
    {
        SourceGraph graph = Split([2, 3, 3, 4], what == "crops" ? [2, 3, 3, 5] : [0, 1, 0, 1], false);
        Node convolution = graph.Graph.Nodes.Single(node => node.OpType == TfLiteOps.Conv2D);
        Node merge = graph.Graph.Nodes.Last();
        if (what == "blocks")
            merge.SetInput(1, graph.Constant([3, 2]));
        if (what == "stride")
            convolution.Attributes.Set(new NodeAttribute("stride_w", 2L));
        if (what == "same")
            convolution.Attributes.Set(new NodeAttribute("padding", 0L));
        Assert.That(Remarks(graph), Has.One.Contains(reason));
    }

    [Test]
    public void Batches_that_are_read_elsewhere_are_left_alone()
    {
        SourceGraph graph = Split([2, 3, 3, 4], [0, 1, 0, 1], false);
        graph.Output(graph.Graph.Nodes.First().Outputs[0]);
        Assert.That(graph.Operators().Count(op => op == "Conv"), Is.EqualTo(1));
        Assert.That(graph.Operators().Length, Is.GreaterThan(3));
    }

    private static IEnumerable<string> Remarks(SourceGraph graph)
    {
        try
        {
            return [.. graph.Conversion().ToOnnx(18).Report.Operators.SelectMany(op => op.Remarks)];
        }
        catch (UnsupportedModelException exception)
        {
            return [exception.Message];
        }
    }

    private static SourceGraph Split(int[] paddings, int[] crops, bool isDepthwise)
    {
        var graph = new SourceGraph();
        long height = (7 + paddings[0] + paddings[1]) / 2;
        long width = (8 + paddings[2] + paddings[3]) / 3;
        Value x = graph.Input(X, 1, 7, 8, 2);
        Value split = graph.Add(TfLiteOps.SpaceToBatchNd, [x, graph.Constant([2, 3]), graph.Constant(paddings, 2, 2)], [6, height, width, 2]);
        Value convolved = graph.Add(
            isDepthwise ? TfLiteOps.DepthwiseConv2D : TfLiteOps.Conv2D,
            [split, isDepthwise ? graph.Constant(Weights[..18], 1, 3, 3, 2) : graph.Constant(Weights, 2, 3, 3, 2), graph.Constant<float>([0.5f, -0.5f])],
            [6, height - 2, width - 2, 2],
            new NodeAttribute("padding", 1L), new NodeAttribute("stride_h", 1L), new NodeAttribute("stride_w", 1L), new NodeAttribute("depth_multiplier", 1L), new NodeAttribute("fused_activation_function", 1L));
        return graph.Output(graph.Add(
            TfLiteOps.BatchToSpaceNd,
            [convolved, graph.Constant([2, 3]), graph.Constant(crops, 2, 2)],
            [1, ((height - 2) * 2) - crops[0] - crops[1], ((width - 2) * 3) - crops[2] - crops[3], 2]));
    }

    private static float[] Reference(int[] paddings, int[] crops, bool isDepthwise)
    {
        var y = new List<float>();
        int height = 7 + paddings[0] + paddings[1] - 4 - crops[0] - crops[1];
        int width = 8 + paddings[2] + paddings[3] - 6 - crops[2] - crops[3];
        for (int i = 0; i < height * width * 2; i++)
        {
            (int o, int column, int row) = (i % 2, i / 2 % width, i / 2 / width);
            double sum = o == 0 ? 0.5 : -0.5;
            for (int k = 0; k < 18; k++)
            {
                (int c, int kx, int ky) = (k % 2, k / 2 % 3, k / 6);
                int iy = row + crops[0] - paddings[0] + (2 * ky);
                int ix = column + crops[2] - paddings[2] + (3 * kx);
                if (iy < 0 || iy >= 7 || ix < 0 || ix >= 8 || (isDepthwise && c != o))
                    continue;
                sum += X[(((iy * 8) + ix) * 2) + c] * Weights[isDepthwise ? k : (o * 18) + k];
            }

            y.Add(Math.Max(0, (float)sum));
        }

        return [.. y];
    }

    private static float[] X { get; } = Handlers.Samples.Floats(7 * 8 * 2);

    private static float[] Weights { get; } = Handlers.Samples.Floats(36, 2);
}
