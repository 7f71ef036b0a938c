using OnnxConvert.Ir;
using OnnxConvert.Optimizers;

namespace OnnxConvert.Core.Tests.Optimizers;

public class CastChainOptimizerTests
{
    [TestCase(ElementType.Int8, ElementType.Int32, ElementType.Int64)]
    [TestCase(ElementType.Int8, ElementType.Int32, ElementType.UInt8)]
    [TestCase(ElementType.Float16, ElementType.Float, ElementType.Int32)]
    [TestCase(ElementType.Bool, ElementType.Float, ElementType.Int32)]
    [TestCase(ElementType.Int16, ElementType.Float, ElementType.Int16)]
    [TestCase(ElementType.UInt8, ElementType.Float16, ElementType.Float)]
    public void Skips_a_type_that_holds_every_value(ElementType first, ElementType middle, ElementType last) =>
        Assert.That(AfterCasts(first, middle, last, changes: true), Has.Count.EqualTo(2));

    [TestCase(ElementType.Int32, ElementType.Int8, ElementType.Int32)]
    [TestCase(ElementType.Float, ElementType.Int32, ElementType.Float)]
    [TestCase(ElementType.Int32, ElementType.Float, ElementType.Int32)]
    [TestCase(ElementType.Int16, ElementType.Float, ElementType.Int8)]
    [TestCase(ElementType.UInt64, ElementType.Int64, ElementType.Float)]
    [TestCase(ElementType.Float16, ElementType.BFloat16, ElementType.Float)]
    public void Keeps_a_type_that_changes_values(ElementType first, ElementType middle, ElementType last) =>
        Assert.That(AfterCasts(first, middle, last, changes: false), Has.Count.EqualTo(3));

    [Test]
    public void Undoes_a_double_negation()
    {
        var test = new TestGraph();
        Value twice = test.Node("Not", [test.Node("Not", [test.Input("x", ElementType.Bool, 2)])]);
        test.Output(test.Node("Cast", [twice], new NodeAttribute("to", 1L)));
        Assert.That(test.After<CastChainOptimizer>(changes: true), Is.EqualTo(new[] { "Cast", "Erf" }));
    }

    private static IReadOnlyList<string> AfterCasts(ElementType first, ElementType middle, ElementType last, bool changes)
    {
        var test = new TestGraph();
        Value inner = test.Node("Cast", [test.Input("x", first, 2)], new NodeAttribute("to", (long)middle));
        Value outer = test.Node("Cast", [inner], new NodeAttribute("to", (long)last));
        // The last Cast is a graph output's, so that it stays whatever the types are.
        test.Graph.AddOutput(outer);
        test.Graph.AddOutput(test.Node("Cast", [test.Input("z", ElementType.Double, 2)], new NodeAttribute("to", 1L)));
        return test.After<CastChainOptimizer>(changes);
    }
}
