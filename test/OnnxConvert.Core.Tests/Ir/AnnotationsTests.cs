using OnnxConvert.Ir;
using OnnxConvert.Rewriting;

namespace OnnxConvert.Core.Tests.Ir;

public class AnnotationsTests
{
    [Test]
    public void One_object_of_each_type_is_kept()
    {
        Node node = new Graph().AddNode("Relu", []);
        node.Annotations.Set("a");
        node.Annotations.Set(new Version(1, 2));
        node.Annotations.Set("b");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(node.Annotations.Get<string>(), Is.EqualTo("b"));
            Assert.That(node.Annotations.Get<Version>(), Is.EqualTo(new Version(1, 2)));
            Assert.That(node.Annotations.Get<Uri>(), Is.Null);
        }

        node.Annotations.Set<string>(null);
        node.Annotations.Set<Uri>(null);
        Assert.That((node.Annotations.Get<string>(), node.Annotations.IsEmpty), Is.EqualTo(((string?)null, false)));
        node.Annotations.Set<Version>(null);
        Assert.That(node.Annotations.IsEmpty, Is.True);
    }

    [Test]
    public void Copies_have_the_same_objects_and_change_for_themselves()
    {
        var graph = new Graph();
        Node node = graph.AddNode("Relu", [graph.AddInput("x", null)]);
        node.AddOutput("y").Annotations.Set("value");
        node.Annotations.Set("node");
        graph.Annotations.Set("graph");
        Graph copy = GraphCloner.Clone(graph);
        copy.Annotations.Set("other");
        Node copied = copy.Nodes.Single();
        Assert.That(
            (graph.Annotations.Get<string>(), copied.Annotations.Get<string>(), copied.Outputs[0].Annotations.Get<string>()),
            Is.EqualTo(("graph", "node", "value")));
    }

    [Test]
    public void Copying_leaves_the_source_as_it_is()
    {
        var graph = new Graph();
        graph.AddNode("Relu", [graph.AddInput("x", null)]).AddOutput("y");
        Graph copy = GraphCloner.Clone(graph);
        copy.Metadata["a"] = "b";
        copy.Nodes.Single().Metadata["a"] = "b";
        Assert.That((graph.HasMetadata, graph.Nodes.Single().HasMetadata), Is.EqualTo((false, false)));
    }
}
