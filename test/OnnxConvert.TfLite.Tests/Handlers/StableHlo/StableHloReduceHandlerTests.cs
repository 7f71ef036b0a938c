using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloReduceHandlerTests
{
    [TestCase(TfLiteOps.StableHloAdd, 1, new[] { 1 + 5 + 2 - 3, 1 + 4 + 0 + 7 })]
    [TestCase(TfLiteOps.StableHloMultiply, 1, new[] { 5 * 2 * -3, 0 })]
    [TestCase(TfLiteOps.StableHloMaximum, 6, new[] { 6, 7 })]
    [TestCase(TfLiteOps.StableHloMinimum, int.MaxValue, new[] { -3, 0 })]
    public void A_single_operator(string opType, int start, int[] expected)
    {
        var source = new SourceBuilder(TfLiteOps.StableHloReduce).Input<int>([5, 2, -3, 4, 0, 7], [2, 3]).Constant<int>([start], [])
            .Option("dimensions", new long[] { 1 }).Option("body_subgraph_index", Computation.Of(opType, ElementType.Int32)).Output(ElementType.Int32);
        Assert.That(source.Run<int>(13), Is.EqualTo(expected));
        Assert.That(source.Run<int>(18), Is.EqualTo(expected));
    }

    [Test]
    public void Bools()
    {
        var source = new SourceBuilder(TfLiteOps.StableHloReduce).Input<bool>([true, false], [2]).Constant<bool>([true], [])
            .Option("dimensions", new long[] { 0 }).Option("body_subgraph_index", Computation.Of(TfLiteOps.StableHloAnd, ElementType.Bool)).Output(ElementType.Bool);
        Assert.That(source.Run<bool>(), Is.EqualTo(new[] { false }));
    }

    [TestCase(13)]
    [TestCase(18)]
    public void The_largest_element_with_its_first_place(int opset)
    {
        // As JAX writes argmax over a row: (value, place) pairs, of which the greater value stays, and of equal ones the lower place.
        var body = new Graph("argmax");
        Value[] x = [.. new[] { ElementType.Float, ElementType.Int32, ElementType.Float, ElementType.Int32 }.Select((type, i) => body.AddInput($"x{i}", new TensorType(type, Shape.Scalar)))];
        Value isGreater = Computation.Add(body, TfLiteOps.StableHloCompare, ElementType.Bool, [x[0], x[2]], new NodeAttribute("comparison_direction", 3L));
        Value isEqual = Computation.Add(body, TfLiteOps.StableHloCompare, ElementType.Bool, [x[0], x[2]]);
        Value isLower = Computation.Add(body, TfLiteOps.StableHloCompare, ElementType.Bool, [x[1], x[3]], new NodeAttribute("comparison_direction", 5L));
        Value stays = Computation.Add(body, TfLiteOps.StableHloOr, ElementType.Bool, [isGreater, Computation.Add(body, TfLiteOps.StableHloAnd, ElementType.Bool, [isEqual, isLower])]);
        body.AddOutput(Computation.Add(body, TfLiteOps.StableHloSelect, ElementType.Float, [isGreater, x[0], x[2]]));
        body.AddOutput(Computation.Add(body, TfLiteOps.StableHloSelect, ElementType.Int32, [stays, x[1], x[3]]));

        var source = new SourceBuilder(TfLiteOps.StableHloReduce)
            .Input<float>([1, 5, 3, 5, 2, 9, 0, -1, 9, 9], [2, 5]).Input<int>([0, 1, 2, 3, 4, 0, 1, 2, 3, 4], [2, 5])
            .Constant<float>([float.NegativeInfinity], []).Constant<int>([0], [])
            .Option("dimensions", new long[] { 1 }).Option("body_subgraph_index", body).Output(ElementType.Float).Output(ElementType.Int32);
        Assert.That(source.Run<float>(opset), Is.EqualTo(new float[] { 5, 9 }));
        Assert.That(source.Run<int>(opset, output: 1), Is.EqualTo(new[] { 1, 0 }));
    }

    [Test]
    public void Several_dimensions_keep_the_order_of_elements()
    {
        // Taking the second of two numbers is associative, but not commutative: what remains is the last element.
        Graph body = Computation.Scalars(2, ElementType.Int32);
        body.AddOutput(body.Inputs[1]);
        var source = new SourceBuilder(TfLiteOps.StableHloReduce).Input<int>([.. Enumerable.Range(0, 15)], [3, 5]).Constant<int>([0], [])
            .Option("dimensions", new long[] { 0, 1 }).Option("body_subgraph_index", body).Output(ElementType.Int32);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 14 }));
    }
}
