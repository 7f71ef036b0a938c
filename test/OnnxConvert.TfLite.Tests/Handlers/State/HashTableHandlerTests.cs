using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Tests.Handlers;

internal sealed class HashTableHandlerTests
{
    [TestCase(7, new long[] { 10, 20 })]
    [TestCase(8, new long[] { -1, -1 })]
    public void Number_tells_tables_apart(long id, long[] expected)
    {
        var graph = new SourceGraph();
        Value keys = graph.Input<long>([1, 2]);
        graph.Import(graph.Table(7), graph.Constant<long>([1, 2]), graph.Strings("one", "two"));
        graph.Import(graph.Table(9), graph.Strings("one", "two"), graph.Constant<long>([10, 20]));
        Value names = graph.Find(graph.Table(7), keys, graph.Strings("none"), 2);
        graph.Output(graph.Find(graph.Table(id == 7 ? 9 : id), names, graph.Constant([-1L]), 2));
        Assert.That(graph.Run<long>(), Is.EqualTo(expected));
    }
}
