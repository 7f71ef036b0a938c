using System.Globalization;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloSortHandlerTests
{
    private static readonly int[] Keys = [3, 1, 2, 1, 5, 4, 6, 4];
    private static readonly int[] Numbers = [0, 1, 2, 3, 4, 5, 6, 7];

    [TestCase(TfLiteOps.Less, new[] { 1, 1, 2, 3, 4, 4, 5, 6 }, new[] { 1, 3, 2, 0, 5, 7, 4, 6 })]
    [TestCase(TfLiteOps.Greater, new[] { 3, 2, 1, 1, 6, 5, 4, 4 }, new[] { 0, 2, 1, 3, 6, 4, 5, 7 })]
    public void Tensors_are_sorted_by_one_of_them(string opType, int[] keys, int[] numbers)
    {
        Graph comparator = Computation.Scalars(4, ElementType.Int32);
        comparator.AddOutput(Computation.Add(comparator, opType, ElementType.Bool, [comparator.Inputs[0], comparator.Inputs[1]]));
        var source = Sort(comparator);
        Assert.That(source.Operators(), Is.EqualTo(new[] { "TopK", "GatherElements" }));
        Assert.That(source.Run<int>(13), Is.EqualTo(keys));
        Assert.That(source.Run<int>(13, output: 1), Is.EqualTo(numbers));
    }

    [TestCase(13)]
    [TestCase(18)]
    public void Any_comparison_sorts(int opset)
    {
        // Odd keys first, otherwise as they were: the remainder by two, greater before smaller.
        Graph comparator = Computation.Scalars(4, ElementType.Int32);
        Value two = comparator.AddInitializer("two", TensorData.Scalar(2));
        Value[] odd = [.. comparator.Inputs.Take(2).Select(x => Computation.Add(comparator, TfLiteOps.StableHloRemainder, ElementType.Int32, [x, two]))];
        comparator.AddOutput(Computation.Add(comparator, TfLiteOps.Greater, ElementType.Bool, odd));
        var source = Sort(comparator);
        Assert.That(source.Run<int>(opset), Is.EqualTo(new[] { 3, 1, 1, 2, 5, 4, 6, 4 }));
        Assert.That(source.Run<int>(opset, output: 1), Is.EqualTo(new[] { 0, 1, 3, 2, 4, 5, 6, 7 }));
    }

    [TestCase(13)]
    [TestCase(18)]
    public void The_total_order_of_computed_numbers(int opset)
    {
        // As JAX compares real numbers: both zeros are one, and the order is total, so that NaN comes last.
        Graph comparator = Computation.Scalars(2, ElementType.Float);
        Value zero = comparator.AddInitializer("zero", TensorData.Scalar(0f));
        Value[] numbers = [.. comparator.Inputs.Select(x => Computation.Add(comparator, TfLiteOps.StableHloSelect, ElementType.Float, [Computation.Add(comparator, TfLiteOps.Equal, ElementType.Bool, [x, zero]), zero, x]))];
        comparator.AddOutput(Computation.Add(comparator, TfLiteOps.StableHloCompare, ElementType.Bool, numbers, new NodeAttribute("comparison_direction", 5L), new NodeAttribute("compare_type", 2L)));
        var source = new SourceBuilder(TfLiteOps.StableHloSort).Input<float>([float.NaN, 2, 0, -0f, float.PositiveInfinity, -1e-40f, -3, 1.5f])
            .Option("comparator_subgraph_index", comparator).Output(ElementType.Float);
        Assert.That(source.Run<float>(opset).Select(x => x.ToString(CultureInfo.InvariantCulture)), Is.EqualTo(new[] { "-3", "-1E-40", "0", "-0", "1.5", "2", "Infinity", "NaN" }));
        Assert.That(source.Operators(opset), Does.Contain("TopK"));
    }

    private static SourceBuilder Sort(Graph comparator) =>
        new SourceBuilder(TfLiteOps.StableHloSort).Input(Keys, [2, 4]).Input(Numbers, [2, 4])
            .Option("dimension", 1).Option("comparator_subgraph_index", comparator)
            .Output(ElementType.Int32).Output(ElementType.Int32);
}
