using OnnxConvert.Ir;
using static OnnxConvert.TfLite.Tests.SourceGraphs;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class VarHandleHandlerTests
{
    [TestCase("a", "", "a", "", true)]
    [TestCase("a", "", "b", "", false)]
    [TestCase("a", "one", "a", "two", false)]
    public void Name_and_container_tell_variables_apart(string written, string writtenIn, string read, string readIn, bool isSame)
    {
        var model = new SourceGraphs();
        Graph main = model.Add("main");
        main.Node(TfLiteOps.AssignVariable, [Handle(main, written, writtenIn), main.Vector("x")]);
        main.AddOutput(main.Node(TfLiteOps.ReadVariable, [Handle(main, read, readIn)]).AddOutput("y", new TensorType(ElementType.Float, Shape.Of(2))));
        Assert.That(model.Run([Feed(1, 2)]), Is.EqualTo(new[] { isSame ? new float[] { 1, 2 } : [0, 0] }));
    }

    private static Value Handle(Graph graph, string name, string container)
    {
        Value handle = graph.Variable(name);
        handle.Producer!.Attributes.Set(new NodeAttribute("container", container));
        return handle;
    }
}
