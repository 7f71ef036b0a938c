using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Rewriters;

internal sealed class AttentionRewriterTests
{
    private const int Heads = 2, Rows = 3, Slots = 5, Size = 4;

    [TestCase(false, 1f, false)]
    [TestCase(true, 0.5f, false)]
    [TestCase(true, 0.5f, true)]
    [TestCase(false, 0.25f, true)]
    public void Attention_is_one_node_since_opset_23(bool isTransposed, float scale, bool hasMask)
    {
        SourceGraph graph = Attention(isTransposed, scale, hasMask);
        Assert.That(graph.Operators(23), Does.Contain("Attention").And.Not.Contain("Softmax"));
        float[] expected = Reference(scale, hasMask);
        Assert.That(graph.Run<float>(23), Is.EqualTo(expected).Within(1e-5f));
        Assert.That(graph.Operators(22), Does.Contain("Softmax"));
        Assert.That(graph.Run<float>(22), Is.EqualTo(expected).Within(1e-5f));
    }

    [Test]
    public void Other_beta_is_left_alone()
    {
        SourceGraph graph = Attention(false, 1, false);
        graph.Graph.Nodes.Single(node => node.OpType == TfLiteOps.Softmax).Attributes.Set(new NodeAttribute("beta", 2f));
        Assert.That(graph.Operators(23), Does.Contain("Softmax"));
    }

    [Test]
    public void Weights_that_are_read_elsewhere_are_left_alone()
    {
        SourceGraph graph = Attention(false, 1, false);
        graph.Output(graph.Graph.Nodes.Single(node => node.OpType == TfLiteOps.Softmax).Outputs[0]);
        Assert.That(graph.Operators(23), Does.Contain("Softmax"));
    }

    [TestCase(new[] { 0, 1, 3, 2 }, true)]
    [TestCase(new[] { 1, 0, 3, 2 }, false)]
    public void Transposed_products_swap_their_factors(int[] permutation, bool isSwapped)
    {
        var graph = new SourceGraph();
        Value product = graph.Add(TfLiteOps.BatchMatMul, [graph.Input(Samples(24, 1), 1, 2, 3, 4), graph.Input(Samples(40, 2), 1, 2, 4, 5)], [1, 2, 3, 5]);
        Value y = graph.Add(TfLiteOps.Transpose, [product, graph.Constant(permutation)], [permutation[0] == 0 ? 1 : 2, permutation[0] == 0 ? 2 : 1, 5, 3]);
        graph.Output(y);
        string[] expected = isSwapped ? ["Transpose", "Transpose", "MatMul"] : ["MatMul", "Transpose"];
        Assert.That(graph.Operators(), Is.EqualTo(expected));
    }

    [Test]
    public void Transposed_product_that_is_read_elsewhere_is_left_alone()
    {
        var graph = new SourceGraph();
        Value product = graph.Add(TfLiteOps.BatchMatMul, [graph.Input(Samples(24, 1), 1, 2, 3, 4), graph.Input(Samples(40, 2), 1, 2, 4, 5)], [1, 2, 3, 5]);
        graph.Output(graph.Add(TfLiteOps.Transpose, [product, graph.Constant([0, 1, 3, 2])], [1, 2, 5, 3]), product);
        Assert.That(graph.Operators(), Is.EqualTo(new[] { "MatMul", "Transpose" }));
    }

    /// <summary>Attention as Keras writes it: heads are split by TRANSPOSE, and the scores may be computed as (K · Qᵀ)ᵀ.</summary>
    private static SourceGraph Attention(bool isTransposed, float scale, bool hasMask)
    {
        var graph = new SourceGraph();
        Value query = graph.Input(Samples(Heads * Rows * Size, 1), 1, Heads, Rows, Size);
        Value key = graph.Input(Samples(Heads * Slots * Size, 2), 1, Heads, Slots, Size);
        Value value = graph.Input(Samples(Heads * Slots * Size, 3), 1, Heads, Slots, Size);
        Value scores;
        if (isTransposed)
        {
            scores = graph.Add(TfLiteOps.BatchMatMul, [key, query], [1, Heads, Slots, Rows], new NodeAttribute("adj_y", 1L));
            scores = graph.Add(TfLiteOps.Transpose, [scores, graph.Constant([0, 1, 3, 2])], [1, Heads, Rows, Slots]);
        }
        else
        {
            scores = graph.Add(TfLiteOps.BatchMatMul, [query, key], [1, Heads, Rows, Slots], new NodeAttribute("adj_y", 1L));
        }

        if (scale != 1)
            scores = graph.Add(TfLiteOps.Mul, [scores, graph.Scalar(scale)], [1, Heads, Rows, Slots]);
        if (hasMask)
            scores = graph.Add(TfLiteOps.Add, [scores, graph.Constant(Samples(Rows * Slots, 4), 1, 1, Rows, Slots)], [1, Heads, Rows, Slots]);
        Value weights = graph.Add(TfLiteOps.Softmax, [scores], [1, Heads, Rows, Slots], new NodeAttribute("beta", 1f));
        return graph.Output(graph.Add(TfLiteOps.BatchMatMul, [weights, value], [1, Heads, Rows, Size]));
    }

    private static float[] Reference(float scale, bool hasMask)
    {
        (float[] query, float[] key, float[] value, float[] mask) = (Samples(Heads * Rows * Size, 1), Samples(Heads * Slots * Size, 2), Samples(Heads * Slots * Size, 3), Samples(Rows * Slots, 4));
        var y = new float[query.Length];
        for (int row = 0; row < Heads * Rows; row++)
        {
            int head = row / Rows;
            double[] weights = [.. Enumerable.Range(0, Slots).Select(slot => Math.Exp((hasMask ? mask[(row % Rows * Slots) + slot] : 0)
                + (scale * Enumerable.Range(0, Size).Sum(i => query[(row * Size) + i] * key[(((head * Slots) + slot) * Size) + i]))))];
            for (int i = 0; i < Size; i++)
                y[(row * Size) + i] = (float)(weights.Select((weight, slot) => weight * value[(((head * Slots) + slot) * Size) + i]).Sum() / weights.Sum());
        }

        return y;
    }

    private static float[] Samples(int count, int seed) => Handlers.Samples.Floats(count, seed);
}
