using OnnxConvert.Ir;
using OnnxConvert.Operators;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Core.Tests.Operators.Inference;

/// <summary>Inference of single operators from facts, without a graph.</summary>
public class FactInferenceTests
{
    [Test]
    public void A_call_without_a_graph_is_inferred()
    {
        ValueFact[] outputs = Infer("Concat", [Attribute("axis", 1)], Float("N", 3), Float("N", 5));
        Assert.That(outputs[0].Type, Is.EqualTo(new TensorType(ElementType.Float, new Shape("N", 8))));
    }

    [Test]
    public void Elements_are_followed_through_operators_that_move_them()
    {
        ValueFact shape = Infer("Shape", [], Float("N", 4, 6))[0];
        ValueFact picked = Infer("Gather", [Attribute("axis", 0)], shape, new ValueFact(TensorData.Vector<long>(2, 0)))[0];
        ValueFact doubled = Infer("Mul", [], picked, new ValueFact(TensorData.Scalar(2L)))[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(picked.Elements, Is.EqualTo(new[] { new SizeValue(6), new SizeValue(null, "N") }));
            Assert.That(doubled.Elements, Is.EqualTo(new[] { new SizeValue(12), new SizeValue(null, "2*N") }));
            Assert.That(Infer("Expand", [], Float(1, 1), doubled)[0].Type, Is.EqualTo(new TensorType(ElementType.Float, new Shape(12, "2*N"))));
        }
    }

    [Test]
    public void Known_numbers_go_through_any_operator_that_is_evaluated()
    {
        ValueFact sizes = Infer("Cast", [Attribute("to", (long)ElementType.Int64)], Infer("Ceil", [], new ValueFact(TensorData.Vector(2.5f)))[0])[0];
        Assert.That(Infer("ConstantOfShape", [], sizes)[0].Type, Is.EqualTo(new TensorType(ElementType.Float, Shape.Of(3))));
    }

    [Test]
    public void What_cannot_be_right_is_said()
    {
        var outputs = new ValueFact[1];
        bool fits = ShapeInference.TryInfer(Call("MatMul", [], 1), [Float(2, 3), Float(4, 5)], outputs, out string? fault);
        Assert.That((fits, fault), Is.EqualTo((false, "MatMul: the shapes [2,3] and [4,5] do not multiply: 3 is not 4.")));
    }

    [Test]
    public void Operators_that_are_only_known_by_schema_give_element_types() =>
        Assert.That(Infer("Abs", [], new ValueFact(new TensorType(ElementType.Int8)))[0].Type, Is.EqualTo(new TensorType(ElementType.Int8)));

    private static ValueFact[] Infer(string opType, NodeAttribute[] attributes, params ValueFact[] inputs)
    {
        var outputs = new ValueFact[1];
        Assert.That(ShapeInference.TryInfer(Call(opType, attributes, 1), inputs, outputs, out string? fault), fault);
        return outputs;
    }

    private static OperatorCall Call(string opType, NodeAttribute[] attributes, int outputs)
    {
        var node = new Graph().AddNode(opType, []);
        foreach (NodeAttribute attribute in attributes)
            node.Attributes.Set(attribute);
        return new OperatorCall("", opType, 18, node.Attributes, outputs);
    }

    private static NodeAttribute Attribute(string name, long value) => new(name, value);

    private static ValueFact Float(params ReadOnlySpan<Dimension> dimensions) => new(new TensorType(ElementType.Float, new Shape(dimensions)));
}
