using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloScatterHandlerTests
{
    private static Graph Update
    {
        get
        {
            Graph graph = Computation.Scalars(2, ElementType.Int32);
            graph.AddOutput(graph.Inputs[1]);
            return graph;
        }
    }

    [TestCase(TfLiteOps.StableHloAdd, new[] { 1, 2, 3 + 30 + 40, 4 + 10 })]
    [TestCase(TfLiteOps.StableHloMultiply, new[] { 1, 2, 3 * 30 * 40, 4 * 10 })]
    [TestCase(TfLiteOps.StableHloMaximum, new[] { 1, 2, 40, 10 })]
    [TestCase(TfLiteOps.StableHloMinimum, new[] { 1, 2, 3, 4 })]
    public void Elements_are_combined_and_those_outside_left_out(string opType, int[] expected)
    {
        var source = Scatter([1, 2, 3, 4], [4], [3, 4, 2, 2], [4], [10, 20, 30, 40], [4], Computation.Of(opType, ElementType.Int32), 1, [], [0], [0]);
        Assert.That(source.Run<int>(13), Is.EqualTo(expected));
        Assert.That(source.Run<int>(18), Is.EqualTo(expected));
    }

    [Test]
    public void Of_a_box_that_sticks_out_the_elements_inside_are_written()
    {
        // The box of (1, 2) at row 1, column 2: the index vector names the column first.
        var source = Scatter(new int[6], [2, 3], [2, 1], [2], [8, 9], [1, 2], Update, 0, [0, 1], [], [1, 0]);
        Assert.That(source.Run<int>(13), Is.EqualTo(new[] { 0, 0, 0, 0, 0, 8 }));
    }

    [Test]
    public void Whole_rows_are_written_with_the_window_before_the_batch()
    {
        var source = Scatter(new int[6], [3, 2], [2, 0], [2], [1, 2, 3, 4], [2, 2], Update, 1, [0], [0], [0]);
        Assert.That(source.Run<int>(), Is.EqualTo(new[] { 2, 4, 0, 0, 1, 3 }));
    }

    [Test]
    public void Refuses_other_computations()
    {
        var source = Scatter([1], [1], [0], [1], [1], [1], Computation.Of(TfLiteOps.StableHloSubtract, ElementType.Int32), 1, [], [0], [0]);
        Assert.That(() => source.Operators(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("computation"));
    }

    private static SourceBuilder Scatter(int[] x, long[] dims, int[] indices, long[] indexDims, int[] updates, long[] updateDims, Graph body, long indexVectorDim, long[] window, long[] inserted, long[] map) =>
        new SourceBuilder(TfLiteOps.StableHloScatter).Input(x, dims).Input(indices, indexDims).Input(updates, updateDims)
            .Option("update_computation_subgraph_index", body).Option("index_vector_dim", indexVectorDim)
            .Option("update_window_dims", window).Option("inserted_window_dims", inserted).Option("scatter_dims_to_operand_dims", map)
            .Output(ElementType.Int32);
}
