using System.Diagnostics;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class GraphSortTests
{
    [Test]
    public void A_sorted_graph_keeps_its_order()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", null);
        Node[] nodes = [.. Enumerable.Range(0, 9).Select(_ => graph.AddNode("Neg", [x]))];
        nodes[8].SetInput(0, nodes[1].AddOutput("one"));
        graph.Sort();
        Assert.That(graph.Nodes, Is.EqualTo(nodes));
    }

    [Test]
    public void Values_are_computed_before_they_are_read_and_ties_keep_their_order()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", null);
        Node c = graph.AddNode("Neg", [null]), a = graph.AddNode("Neg", [x]), d = graph.AddNode("Neg", [x]), b = graph.AddNode("Neg", [a.AddOutput("a")]);
        c.SetInput(0, b.AddOutput("b"));
        graph.Sort();
        Assert.That(graph.Nodes, Is.EqualTo(new[] { a, b, c, d }));
        Assert.That((a.Previous, c.Previous, c.Next, d.Next), Is.EqualTo((default(Node), b, d, default(Node))));
    }

    [Test]
    public void A_cycle_names_a_node_on_it_and_leaves_the_graph_alone()
    {
        var graph = new Graph("g");
        Node before = graph.AddNode("Abs", [graph.AddInput("x", null)]);
        Node first = graph.AddNode("Neg", [null]), second = graph.AddNode("Neg", [first.AddOutput("f")]);
        first.Name = second.Name = "onCycle";
        first.SetInput(0, second.AddOutput("s"));
        Assert.That(graph.Sort, Throws.TypeOf<InvalidModelException>().With.Message.Contains("'onCycle'"));
        Assert.That(graph.Nodes, Is.EqualTo(new[] { before, first, second }));
    }

    [Test]
    public void A_node_that_reads_its_own_output_is_a_cycle()
    {
        var graph = new Graph();
        Node node = graph.AddNode("Neg", [null]);
        node.SetInput(0, node.AddOutput("y"));
        Assert.That(graph.Sort, Throws.TypeOf<InvalidModelException>());
    }

    [Test]
    public void Long_chains_in_reverse_order_do_not_overflow_the_stack()
    {
        const int Length = 200_000;
        var graph = new Graph();
        Node last = graph.AddNode("Neg", [null]);
        Node node = last;
        for (int i = 1; i < Length; i++)
        {
            Node before = graph.AddNode("Neg", [null]);
            node.SetInput(0, before.AddOutput(""));
            node = before;
        }

        graph.Sort();
        Assert.That(graph.Nodes.First(), Is.SameAs(node));
        Assert.That(graph.Nodes.Last(), Is.SameAs(last));
        Assert.That(graph.Nodes.Count(), Is.EqualTo(Length));
    }

    [Test]
    public void A_hundred_thousand_nodes_are_built_walked_and_sorted_fast()
    {
        var clock = Stopwatch.StartNew();
        var graph = new Graph();
        Value value = graph.AddInput("x", null);
        for (int i = 0; i < 100_000; i++)
            value = graph.AddNode("Neg", [value]).AddOutput("v");
        int count = graph.Nodes.Count(node => node.Inputs[0] is not null);
        graph.Sort();
        TestContext.Out.WriteLine($"{count} nodes built, walked and sorted in {clock.ElapsedMilliseconds} ms");
        Assert.That(count, Is.EqualTo(100_000));
        Assert.That(clock.Elapsed, Is.LessThan(TimeSpan.FromSeconds(5)));
    }
}
