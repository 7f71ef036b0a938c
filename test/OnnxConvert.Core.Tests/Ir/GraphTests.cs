using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class GraphTests
{
    private readonly TensorType _type = new(ElementType.Float, Shape.Of(2));

    [Test]
    public void Values_know_who_produces_and_who_reads_them()
    {
        Graph graph = Diamond(out Value x, out Node left, out Node right, out Node add);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(x.Uses, Is.EqualTo(new[] { new Use(left, 0), new Use(right, 0) }));
            Assert.That(left.Outputs[0].Uses, Is.EqualTo(new[] { new Use(add, 0) }));
            Assert.That(right.Outputs[0].Producer, Is.SameAs(right));
            Assert.That(add.Outputs[0].IsGraphOutput, Is.True);
            Assert.That(graph.NodeCount, Is.EqualTo(3));
        }
    }

    [Test]
    public void Setting_an_input_moves_the_use()
    {
        Diamond(out Value x, out Node left, out Node right, out Node add);
        add.SetInput(0, right.Outputs[0]);
        add.SetInput(1, x);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(left.Outputs[0].IsUnused, Is.True);
            Assert.That(right.Outputs[0].Uses, Is.EqualTo(new[] { new Use(add, 0) }));
            Assert.That(x.Uses, Is.EquivalentTo(new[] { new Use(left, 0), new Use(right, 0), new Use(add, 1) }));
        }
    }

    [Test]
    public void Uses_stay_right_under_random_edits()
    {
        var random = new Random(1);
        var graph = new Graph();
        Value[] values = [.. Enumerable.Range(0, 4).Select(i => graph.AddInput($"x{i}", _type))];
        Node[] nodes = [.. Enumerable.Range(0, 5).Select(_ => graph.AddNode("Sum", [values[0], null, values[0]]))];
        for (int step = 0; step < 2000; step++)
        {
            Node node = nodes[random.Next(nodes.Length)];
            Value? value = random.Next(5) is var pick && pick < 4 ? values[pick] : null;
            switch (random.Next(4))
            {
                case 0 when node.Inputs.Count < 6: node.AddInput(value); break;
                case 1 when node.Inputs.Count > 0: node.TruncateInputs(node.Inputs.Count - 1); break;
                case 2 when node.Inputs.Count > 0: node.SetInput(random.Next(node.Inputs.Count), value); break;
                case 3 when step % 50 == 0: Graph.ReplaceAllUses(values[random.Next(4)], values[random.Next(4)]); break;
            }
        }

        IEnumerable<(Value, Use)> expected = nodes.SelectMany(node => node.Inputs.Index().Where(i => i.Item is not null).Select(i => (i.Item!, new Use(node, i.Index))));
        Assert.That(values.SelectMany(value => value.Uses.Select(use => (value, use))), Is.EquivalentTo(expected));
    }

    [Test]
    public void Replacing_all_uses_reaches_nodes_and_graph_outputs_and_hands_the_name_over()
    {
        Graph graph = Diamond(out Value x, out Node left, out _, out Node add);
        graph.AddOutput(add.Outputs[0]);
        Node negate = graph.AddNode("Neg", [x]);
        Value replacement = negate.AddOutput("n", _type);
        Graph.ReplaceAllUses(add.Outputs[0], replacement);
        Graph.ReplaceAllUses(left.Outputs[0], x);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(graph.Outputs, Is.EqualTo(new[] { replacement, replacement }));
            Assert.That(replacement.Name, Is.EqualTo("y"));
            Assert.That(add.Outputs[0].Name, Is.EqualTo("n"));
            Assert.That(add.Outputs[0].IsUnused, Is.True);
            Assert.That(add.Inputs[0], Is.SameAs(x));
        }
    }

    [Test]
    public void A_graph_input_keeps_its_name_when_it_becomes_an_output()
    {
        Graph graph = Diamond(out Value x, out _, out _, out Node add);
        Graph.ReplaceAllUses(add.Outputs[0], x);
        Assert.That((graph.Outputs[0].Name, add.Outputs[0].Name), Is.EqualTo(("x", "y")));
    }

    [Test]
    public void Removing_a_node_that_is_read_or_gives_an_output_throws()
    {
        Graph graph = Diamond(out _, out Node left, out _, out Node add);
        Assert.That(() => graph.Remove(left), Throws.InvalidOperationException.With.Message.Contains("'left'").And.Message.Contains("still used"));
        Assert.That(() => graph.Remove(add), Throws.InvalidOperationException.With.Message.Contains("'y'"));
        Assert.That(graph.NodeCount, Is.EqualTo(3));
    }

    [Test]
    public void Removing_a_node_ends_its_reading()
    {
        Graph graph = Diamond(out _, out Node left, out _, out Node add);
        graph.RemoveOutput(0);
        graph.Remove(add);
        Assert.That(left.Outputs[0].IsUnused, Is.True);
        Assert.That(() => graph.Remove(add), Throws.ArgumentException);
        Assert.That(() => add.AddOutput("z"), Throws.InvalidOperationException);
    }

    [Test]
    public void Nodes_may_be_removed_and_inserted_during_a_walk()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", _type);
        for (int i = 0; i < 6; i++)
            graph.AddNode("Neg", [x]).Name = $"n{i}";
        var seen = new List<string>();
        foreach (Node node in graph.Nodes)
        {
            seen.Add(node.Name);
            if (node.Name == "n1")
            {
                graph.Remove(node.Next!);
                graph.Remove(node);
            }

            if (node.Name == "n4")
                graph.InsertAfter(node, "Abs", [x]).Name = "new";
        }

        Assert.That(seen, Is.EqualTo(new[] { "n0", "n1", "n3", "n4", "new", "n5" }));
        Assert.That(graph.Nodes.Select(node => node.Name), Is.EqualTo(new[] { "n0", "n3", "n4", "new", "n5" }));
        Assert.That(graph.NodeCount, Is.EqualTo(5));
    }

    [Test]
    public void Inserting_next_to_a_node_of_another_graph_throws() =>
        Assert.That(() => new Graph().InsertBefore(new Graph().AddNode("Neg", []), "Abs", []), Throws.ArgumentException);

    [Test]
    public void Inputs_and_constants_in_use_cannot_be_removed()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", _type);
        Value w = graph.AddInitializer("w", TensorData.Vector(1f));
        Node add = graph.AddNode("Add", [x, w]);
        Assert.That(() => graph.RemoveInput(x), Throws.InvalidOperationException);
        Assert.That(() => graph.RemoveInitializer(w), Throws.InvalidOperationException);
        graph.Remove(add);
        graph.RemoveInput(x);
        graph.RemoveInitializer(w);
        Assert.That((graph.Inputs.Count, graph.Initializers.Count, w.IsConstant), Is.EqualTo((0, 0, false)));
    }

    [Test]
    public void The_default_of_an_input_is_no_constant()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", _type);
        graph.SetInitializer(x, TensorData.Vector(1f, 2f));
        Assert.That((x.Initializer is not null, x.IsConstant), Is.EqualTo((true, false)));
        Value y = graph.AddNode("Neg", [x]).AddOutput("y", _type);
        Assert.That(() => graph.SetInitializer(y, TensorData.Vector(1f)), Throws.InvalidOperationException);
    }

    [Test]
    public void Outputs_in_use_cannot_be_truncated()
    {
        Diamond(out _, out Node left, out _, out _);
        left.AddOutput("unused");
        left.TruncateOutputs(1);
        Assert.That(left.Outputs, Has.Count.EqualTo(1));
        Assert.That(() => left.TruncateOutputs(0), Throws.InvalidOperationException.With.Message.Contains("'l'"));
    }

    /// <summary>y = -x + |x|.</summary>
    private Graph Diamond(out Value x, out Node left, out Node right, out Node add)
    {
        var graph = new Graph();
        x = graph.AddInput("x", _type);
        left = graph.AddNode("Neg", [x]);
        left.Name = "left";
        right = graph.AddNode("Abs", [x]);
        add = graph.AddNode("Add", [left.AddOutput("l", _type), right.AddOutput("r", _type)]);
        graph.AddOutput(add.AddOutput("y", _type));
        return graph;
    }
}
