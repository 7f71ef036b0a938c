using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Core.Tests.Rewriting;

public class UniqueNamesTests
{
    [Test]
    public void Inputs_and_outputs_keep_their_names_and_others_give_way()
    {
        var graph = new Graph();
        Value x = graph.AddInput("a", null), w = graph.AddInitializer("a", TensorData.Scalar(1f));
        Node first = graph.AddNode("Add", [x, w]), second = graph.AddNode("Neg", [first.AddOutput("y")]);
        graph.AddOutput(second.AddOutput("y"));
        UniqueNames.Assign(graph);
        Assert.That((x.Name, w.Name, first.Outputs[0].Name, second.Outputs[0].Name), Is.EqualTo(("a", "a_1", "y_1", "y")));
    }

    [Test]
    public void Names_that_look_like_numbered_ones_are_not_given_twice()
    {
        var graph = new Graph();
        Value[] values = [.. new[] { "v", "v_1", "v", "v", "v_1" }.Select(name => graph.AddNode("X", []).AddOutput(name))];
        UniqueNames.Assign(graph);
        Assert.That(values.Select(value => value.Name), Is.Unique);
    }

    [Test]
    public void Inner_graphs_take_part_and_nodes_get_names()
    {
        var graph = new Graph();
        Node owner = graph.AddNode("If", [graph.AddInput("x", null)]);
        var branch = new Graph();
        Node inner = branch.AddNode("If", []);
        Value x = inner.AddOutput("x");
        owner.Attributes.Set(new NodeAttribute("then_branch", branch));
        UniqueNames.Assign(graph);
        Assert.That((owner.Name, inner.Name, x.Name), Is.EqualTo(("If", "If_1", "x_1")));
    }

    [Test]
    public void Outputs_that_are_left_out_stay_without_a_name()
    {
        var graph = new Graph();
        Node node = graph.AddNode("X", []);
        node.AddOutput("");
        node.AddOutput("used");
        UniqueNames.Assign(graph);
        Assert.That(node.Outputs.Select(value => value.Name), Is.EqualTo(new[] { "", "used" }));
    }
}
