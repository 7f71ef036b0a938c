using OnnxConvert.Ir;
using OnnxConvert.Pipeline;

namespace OnnxConvert.Core.Tests.Pipeline;

public class UniqueNamesTests
{
    [Test]
    public void Keeps_the_first_of_a_name_and_numbers_the_others()
    {
        var graph = new Graph();
        Value[] values = [graph.AddInitializer("ints", TensorData.Scalar(1L)), graph.AddInitializer("ints", TensorData.Scalar(2L)), graph.AddInitializer("ints", TensorData.Scalar(3L))];
        UniqueNames.Assign(graph);
        Assert.That(values.Select(value => value.Name), Is.EqualTo(new[] { "ints", "ints_1", "ints_2" }));
    }

    [Test]
    public void Keeps_the_names_of_inputs_and_outputs()
    {
        var graph = new Graph();
        Value constant = graph.AddInitializer("y", TensorData.Scalar(1f));
        Node node = graph.AddNode("Add", [graph.AddInput("x", null), constant]);
        graph.AddOutput(node.AddOutput("y"));
        UniqueNames.Assign(graph);
        Assert.That(graph.Outputs[0].Name, Is.EqualTo("y"));
        Assert.That(constant.Name, Is.EqualTo("y_1"));
    }

    [Test]
    public void Tells_inner_values_from_outer_ones()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", null);
        var body = new Graph("body");
        Value inner = body.AddInput("x", null);
        Node node = graph.AddNode("If", [x]);
        node.Attributes.Set(new NodeAttribute("then_branch", body));
        UniqueNames.Assign(graph);
        Assert.That(x.Name, Is.EqualTo("x"));
        Assert.That(inner.Name, Is.EqualTo("x_1"));
    }

    [Test]
    public void Makes_node_names_unique_and_leaves_absent_outputs_without_a_name()
    {
        var graph = new Graph();
        Node[] nodes = [graph.AddNode("Dropout", []), graph.AddNode("Dropout", [])];
        foreach (Node node in nodes)
        {
            node.Name = "drop";
            graph.AddOutput(node.AddOutput(""));
            node.AddOutput("");
        }

        UniqueNames.Assign(graph);
        Assert.That(nodes.Select(node => node.Name), Is.EqualTo(new[] { "drop", "drop_1" }));
        Assert.That(nodes.Select(node => node.Outputs[0].Name), Is.Unique.And.None.Empty);
        Assert.That(nodes.Select(node => node.Outputs[1].Name), Is.All.Empty);
    }
}
