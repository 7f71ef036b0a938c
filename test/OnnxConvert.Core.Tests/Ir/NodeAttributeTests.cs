using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Ir;

public class NodeAttributeTests
{
    [Test]
    public void Each_kind_gives_back_what_was_put_in()
    {
        var graph = new Graph();
        TensorData tensor = TensorData.Scalar(1f);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((new NodeAttribute("a", 1.5f).Float, new NodeAttribute("a", 7L).Int, new NodeAttribute("a", "ü").String), Is.EqualTo((1.5f, 7L, "ü")));
            Assert.That(new NodeAttribute("a", "ü").StringBytes.Length, Is.EqualTo(2));
            Assert.That(new NodeAttribute("a", tensor).Tensor, Is.SameAs(tensor));
            Assert.That(new NodeAttribute("a", graph).Subgraphs, Is.EqualTo(new[] { graph }));
            Assert.That(new NodeAttribute("a", ImmutableArray.Create(graph, graph)).Subgraphs, Has.Length.EqualTo(2));
            Assert.That(new NodeAttribute("a", ImmutableArray.Create(1L, 2L)).Ints, Is.EqualTo(new[] { 1L, 2L }));
            Assert.That(new NodeAttribute("a", ImmutableArray.Create(1f)).Floats, Is.EqualTo(new[] { 1f }));
            Assert.That(new NodeAttribute("a", new SequenceType(null)).Type, Is.EqualTo(new SequenceType(null)));
        }
    }

    [Test]
    public void The_wrong_kind_is_an_error_that_names_both() =>
        Assert.That(() => new NodeAttribute("axis", 1L).Float, Throws.InvalidOperationException.With.Message.EqualTo("Attribute 'axis' holds Int, not Float."));

    [Test]
    public void A_reference_has_no_value_of_its_own()
    {
        NodeAttribute reference = NodeAttribute.Reference("axis", AttributeKind.Int, "a");
        Assert.That(() => reference.Int, Throws.InvalidOperationException.With.Message.Contains("a reference"));
        Assert.That(NodeAttribute.Reference("body", AttributeKind.Graph, "b").Subgraphs, Is.Empty);
        Assert.That(reference.ToString(), Is.EqualTo("axis=@a"));
    }

    [Test]
    public void Text_does_not_depend_on_the_culture()
    {
        Assert.That(new NodeAttribute("alpha", 0.5f).ToString(), Is.EqualTo("alpha=0.5"));
        Assert.That(new NodeAttribute("x", ImmutableArray.Create(0.5f, 2f)).ToString(), Is.EqualTo("x=[0.5,2]"));
        Assert.That(new NodeAttribute("mode", "linear").ToString(), Is.EqualTo("mode=\"linear\""));
    }

    [Test]
    public void Setting_replaces_in_place_and_missing_ones_have_defaults()
    {
        NodeAttributes attributes = new Graph().AddNode("X", []).Attributes;
        attributes.Set(new NodeAttribute("a", 1L));
        attributes.Set(new NodeAttribute("b", 2L));
        attributes.Set(new NodeAttribute("a", 3L));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(attributes.Select(attribute => attribute.ToString()), Is.EqualTo(new[] { "a=3", "b=2" }));
            Assert.That((attributes.Int("a"), attributes.Int("c", 9), attributes.Float("f"), attributes.String("s", "d")), Is.EqualTo((3L, 9L, 0f, "d")));
            Assert.That(attributes.Ints("i"), Is.Empty);
            Assert.That((attributes.Remove("a"), attributes.Remove("a"), attributes.Contains("a"), attributes.Count), Is.EqualTo((true, false, false, 1)));
        }
    }
}
