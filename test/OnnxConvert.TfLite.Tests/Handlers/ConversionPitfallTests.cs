using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

/// <summary>Ten results that tf2onnx 1.17 gets wrong, or has no result for: what TFLite computes, in the smallest case that shows it.</summary>
internal sealed class ConversionPitfallTests
{
    [Test]
    public void Fully_connected_of_rank_3_adds_its_bias() => Assert.That(
        new SourceBuilder(TfLiteOps.FullyConnected).Input<float>([1, 2, 3, 4], [1, 2, 2]).Constant<float>([1, 0, 0, 1, 1, 1], [3, 2]).Constant<float>([10, 20, 30])
            .Option("keep_num_dims", 1).Output(ElementType.Float).Run<float>(),
        Is.EqualTo(new float[] { 11, 22, 33, 13, 24, 37 }));

    [Test]
    public void Softmax_multiplies_its_input_by_beta()
    {
        float[] x = [1, 2, -1];
        double[] powers = [.. x.Select(v => Math.Exp(0.5 * v))];
        Assert.That(
            new SourceBuilder(TfLiteOps.Softmax).Input(x, [1, 3]).Option("beta", 0.5f).Output(ElementType.Float).Run<float>(),
            Is.EqualTo(powers.Select(power => (float)(power / powers.Sum()))).Within(1e-6f));
    }

    [TestCase(TfLiteOps.FloorDiv, -4, 3, -4, 3)]
    [TestCase(TfLiteOps.FloorMod, 1, 1, -1, -1)]
    public void Division_of_negative_integers_rounds_down(string opType, params int[] expected) => Assert.That(
        new SourceBuilder(opType).Input<int>([-7, 7, 7, -7]).Input<int>([2, 2, -2, -2]).Output(ElementType.Int32).Run<int>(),
        Is.EqualTo(expected));

    [Test]
    public void Scattered_values_with_the_same_index_add_up() => Assert.That(
        new SourceBuilder(TfLiteOps.ScatterNd).Input<int>([1, 1, 0], [3, 1]).Input<float>([1, 2, 4]).Constant<int>([3]).Output(ElementType.Float).Run<float>(),
        Is.EqualTo(new float[] { 4, 3, 0 }));

    [Test]
    public void What_is_not_selected_leaves_no_trace() => Assert.That(
        new SourceBuilder(TfLiteOps.SelectV2).Input<bool>([true, false, true]).Input<float>([1, float.NaN, 3]).Input<float>([float.PositiveInfinity, 2, float.NaN])
            .Output(ElementType.Float).Run<float>(),
        Is.EqualTo(new float[] { 1, 2, 3 }));

    [Test]
    public void Concatenation_applies_its_activation() => Assert.That(
        new SourceBuilder(TfLiteOps.Concatenation).Input<float>([-1, 2]).Input<float>([3, -4]).Option("axis", 0).Option("fused_activation_function", 1)
            .Output(ElementType.Float).Run<float>(),
        Is.EqualTo(new float[] { 0, 2, 3, 0 }));

    [Test]
    public void Quantize_takes_a_scale_for_each_channel() => Assert.That(
        new SourceBuilder(TfLiteOps.Quantize).Input<float>([1, 1, -2, -2], [2, 2])
            .Output(ElementType.Int8, new QuantizationParameters([0.5f, 0.25f], [0, 0], 1)).Run<sbyte>(),
        Is.EqualTo(new sbyte[] { 2, 4, -4, -8 }));

    [Test]
    public void Right_shift_of_signed_integers_keeps_the_sign() => Assert.That(
        new SourceBuilder(TfLiteOps.RightShift).Input<int>([-8, 8, -1]).Input<int>([1, 2, 3]).Output(ElementType.Int32).Run<int>(),
        Is.EqualTo(new[] { -4, 2, -1 }));

    [Test]
    public void Nearest_neighbour_of_aligned_corners_rounds_halves_up() => Assert.That(
        new SourceBuilder(TfLiteOps.ResizeNearestNeighbor).Input<float>([0, 1, 2, 3, 4, 5], [1, 6, 1, 1]).Constant<int>([3, 1]).Option("align_corners", 1)
            .Output(ElementType.Float).Run<float>(),
        Is.EqualTo(new float[] { 0, 3, 5 }));

    [Test]
    public void Operators_without_outputs_convert()
    {
        var model = new SourceGraphs();
        Graph main = model.Add("main");
        main.Assign("last", main.Vector("x"));
        main.AddOutput(main.Read("last", 2));
        Assert.That(model.Run([Feed(1, 2)]), Is.EqualTo(new float[][] { [1, 2] }));
    }
}
