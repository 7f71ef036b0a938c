using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class StableHloCaseHandlerTests
{
    [TestCase(0, -2f)]
    [TestCase(1, 4f)]
    [TestCase(2, 2f)]
    [TestCase(7, 2f)]
    [TestCase(-1, 2f)]
    public void Runs_the_branch_of_that_number_or_the_last(int index, float expected) =>
        Assert.That(Model(TfLiteOps.Neg, TfLiteOps.Square, TfLiteOps.Abs).Run([Feed(index), Feed(2f)]), Is.EqualTo(new float[][] { [expected] }));

    [Test]
    public void One_branch_is_always_taken() =>
        Assert.That(Model(TfLiteOps.Neg).Run([Feed(5), Feed(2f)]), Is.EqualTo(new float[][] { [-2] }));

    [Test]
    public void No_branch_is_refused() =>
        Assert.That(() => Model().Conversion().ToOnnx(), Throws.TypeOf<UnsupportedModelException>().With.Message.Contains("no branches"));

    private static SourceGraphs Model(params string[] branches)
    {
        var model = new SourceGraphs();
        Graph main = model.Add("main");
        Node choice = main.Node(TfLiteOps.StableHloCase, [main.Scalar("index", ElementType.Int32), main.Vector("x", 1)]);
        choice.Attributes.Set(new NodeAttribute("branch_subgraph_indices", [.. branches.Select((_, i) => i + 1L)]));
        main.AddOutput(choice.AddOutput("y", new TensorType(ElementType.Float, Shape.Of(1))));
        foreach (string opType in branches)
        {
            Graph branch = model.Add(opType);
            branch.AddOutput(branch.Op(opType, [branch.Vector("x", 1)]));
        }

        return model;
    }
}
