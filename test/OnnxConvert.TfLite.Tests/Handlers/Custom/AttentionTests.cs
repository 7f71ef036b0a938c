using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>The operators of generative models: attention, and the caches of what it looks back at.</summary>
internal sealed class AttentionTests
{
    [TestCase(1, 1, 0f)]
    [TestCase(4, 4, 0.5f)]
    [TestCase(4, 1, 0f)]
    [TestCase(4, 2, 0.25f)]
    public void Attention_weighs_values_by_products_of_queries_and_keys(int heads, int keyHeads, float scale)
    {
        const int Rows = 3, Slots = 5, Size = 4;
        float[] query = Samples.Floats(Rows * heads * Size, 1);
        float[] key = Samples.Floats(Slots * keyHeads * Size, 2);
        float[] value = Samples.Floats(Slots * keyHeads * Size, 3);
        float[] mask = Samples.Floats(Rows * Slots, 4);
        var expected = new float[query.Length];
        for (int row = 0; row < Rows; row++)
        {
            for (int head = 0; head < heads; head++)
            {
                int keyHead = head / (heads / keyHeads);
                double[] weights = [.. Enumerable.Range(0, Slots).Select(slot => Math.Exp(mask[(row * Slots) + slot] + (scale == 0 ? 0.5 : scale) * Enumerable.Range(0, Size)
                    .Sum(i => query[(((row * heads) + head) * Size) + i] * key[(((slot * keyHeads) + keyHead) * Size) + i])))];
                for (int i = 0; i < Size; i++)
                    expected[(((row * heads) + head) * Size) + i] = (float)(weights.Select((weight, slot) => weight * value[(((slot * keyHeads) + keyHead) * Size) + i]).Sum() / weights.Sum());
            }
        }

        SourceBuilder source = new SourceBuilder("odml.scaled_dot_product_attention", TfLiteOps.CustomDomain)
            .Input(query, [1, Rows, heads, Size]).Input(key, [1, Slots, keyHeads, Size]).Input(value, [1, Slots, keyHeads, Size]).Input(mask, [1, 1, Rows, Slots])
            .Output(ElementType.Float);
        if (scale > 0)
            source.Option(FlexOptions.Map(("scale", scale)));
        foreach (int opset in (int[])[9, 18, 23])
            Assert.That(source.Run<float>(opset), Is.EqualTo(expected).Within(1e-6f));
    }

    [TestCase(new[] { 1, 3 }, new float[] { 10, 1, 12, 2 })]
    [TestCase(new[] { 2, 0 }, new float[] { 10, 11, 1, 13 })]
    [TestCase(new[] { 3, 3 }, new float[] { 10, 11, 12, 2 })]
    public void Rows_go_into_a_cache_from_outside_until_positions_fall(int[] positions, float[] expected)
    {
        SourceBuilder source = new SourceBuilder("odml.update_external_kv_cache", TfLiteOps.CustomDomain)
            .Input<float>([10, 11, 12, 13], [1, 4, 1, 1]).Input<float>([20, 21, 22, 23], [1, 4, 1, 1]).Input(positions)
            .Input<float>([1, 2], [1, 2, 1, 1]).Input<float>([11, 12], [1, 2, 1, 1])
            .Output(ElementType.Float).Output(ElementType.Float);
        Assert.That(source.Run<float>(), Is.EqualTo(expected));
        Assert.That(source.Run<float>(output: 1), Is.EqualTo(expected.Select(value => value + 10)));
    }

    [TestCase(0, 2, new float[] { 1, 2, 11, 12 })]
    [TestCase(0, 3, new float[] { 2, 3, 11, 12 }, TestName = "The cache moves up when it is full")]
    [TestCase(1, 1, new float[] { 0, 11, 12, 3 })]
    public void Rows_go_into_the_cache_of_the_layer(int first, int second, float[] expected)
    {
        // Behind the shift by one of the second case, positions count from 1.
        var graph = new SourceGraph();
        Value rows = graph.Input<float>([1, 2, 3], 1, 3, 1, 1);
        Value more = graph.Input<float>([11, 12], 1, 2, 1, 1);
        graph.Output(Update(graph, graph.Input<long>([first, 0, 0]), rows), Update(graph, graph.Input<long>([second, 0]), more));
        Assert.That(graph.Run<float>(output: 1), Is.EqualTo(expected));
        Assert.That(graph.Conversion().ToOnnx(18).Model.Graph.Inputs.Select(input => input.Name), Does.Contain("kv_cache_7_keys").And.Contain("kv_cache_7_values").And.Contain("kv_cache_7_position"));
    }

    private static Value Update(SourceGraph graph, Value positions, Value rows)
    {
        Node node = graph.AddNode("odml.update_kv_cache", TfLiteOps.CustomDomain, [positions, rows, rows], FlexOptions.Map(("kv_cache_max", 4), ("layer_index", 7)));
        Value keys = node.AddOutput($"keys{positions.Name}", new TensorType(ElementType.Float, Shape.Of(1, 4, 1, 1)));
        node.AddOutput($"values{positions.Name}", new TensorType(ElementType.Float, Shape.Of(1, 4, 1, 1)));
        return keys;
    }
}
