using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Core.Tests.Operators.Inference;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public class ShapeInferenceTests
{
    private readonly Graph _graph = new();

    [Test]
    public void Symbols_go_through_elementwise_operators_and_broadcasting()
    {
        Assert.That(Infer("Relu", [Input(["N", 8])]).Shape, Is.EqualTo(new Shape(["N", 8])));
        Assert.That(Infer("Add", [Input(["N", 1, 8]), Input([4, 1])]).Shape, Is.EqualTo(new Shape(["N", 4, 8])));
        Assert.That(Infer("Add", [Input(["N"]), Input(["M"])]).Shape, Is.EqualTo(new Shape([Dimension.Unknown])));
    }

    [Test]
    public void Unknown_ranks_give_unknown_ranks()
    {
        Value x = _graph.AddInput("x", new TensorType(ElementType.Float));
        Assert.That(Infer("Conv", [x, Input([4, 3, 3, 3])]).Type, Is.EqualTo(new TensorType(ElementType.Float)));
        Assert.That(Infer("Abs", [_graph.AddInput("y", null)]).Type, Is.Null);
    }

    [Test]
    public void Convolutions_follow_pads_strides_and_auto_pad()
    {
        Value x = Input(["N", 3, 15, 15]);
        Value w = Input([8, 3, 3, 3]);
        Assert.That(Infer("Conv", [x, w], new NodeAttribute("strides", [2L, 2L])).Shape, Is.EqualTo(new Shape(["N", 8, 7, 7])));
        Assert.That(Infer("Conv", [x, w], new NodeAttribute("strides", [2L, 2L]), new NodeAttribute("auto_pad", "SAME_UPPER")).Shape, Is.EqualTo(new Shape(["N", 8, 8, 8])));
    }

    [Test]
    public void Reshape_solves_its_open_dimension_with_symbols()
    {
        Value x = Input(["N", 4, 6]);
        Assert.That(Infer("Reshape", [x, Ints(0, -1)]).Shape, Is.EqualTo(new Shape(["N", 24])));
        Assert.That(Infer("Reshape", [Input([2, 12]), Ints(-1, 8)]).Shape, Is.EqualTo(new Shape([3, 8])));
    }

    [Test]
    public void Sizes_computed_from_shapes_are_followed()
    {
        Value x = Input(["N", 4, 6]);
        Value shape = Infer("Shape", [x]);
        Value batch = Infer("Gather", [shape, Ints(0)], new NodeAttribute("axis", 0L));
        Value target = Infer("Concat", [batch, Ints(24)], new NodeAttribute("axis", 0L));
        Assert.That(Infer("Reshape", [x, target]).Shape, Is.EqualTo(new Shape(["N", 24])));
    }

    [TestCase(12)]
    [TestCase(13)]
    public void Axes_are_an_attribute_before_opset_13_and_an_input_from_there(int opset)
    {
        Value x = Input([1, 5]);
        Value y = opset < 13
            ? Infer(opset, "Squeeze", [x], new NodeAttribute("axes", [0L]))
            : Infer(opset, "Squeeze", [x, Ints(0)]);
        Assert.That(y.Shape, Is.EqualTo(new Shape([5])));
    }

    [Test]
    public void The_zero_point_decides_the_type_of_quantized_values()
    {
        Value scale = _graph.AddInitializer("s", TensorData.Scalar(0.5f));
        Value zero = _graph.AddInitializer("z", TensorData.Scalar((sbyte)3));
        Value q = Infer("QuantizeLinear", [Input([2]), scale, zero]);
        Assert.That(q.Type, Is.EqualTo(new TensorType(ElementType.Int8, Shape.Of(2))));
        Assert.That(Infer("DequantizeLinear", [q, scale, zero]).ElementType, Is.EqualTo(ElementType.Float));
    }

    [Test]
    public void A_declared_shape_and_an_inferred_one_complete_each_other()
    {
        Node node = _graph.AddNode("Relu", [Input([4, "M"])]);
        Value y = node.AddOutput("y", new TensorType(ElementType.Float, new Shape([Dimension.Unknown, 7])));
        ShapeInference.InferNode(node, 18);
        Assert.That(y.Shape, Is.EqualTo(new Shape([4, 7])));
    }

    [Test]
    public void A_contradiction_throws_only_when_a_whole_graph_is_inferred()
    {
        Node node = _graph.AddNode("Relu", [Input([4])]);
        Value y = node.AddOutput("y", new TensorType(ElementType.Float, Shape.Of(5)));
        ShapeInference.InferNode(node, 18);
        Assert.That(y.Shape, Is.EqualTo(Shape.Of(4)), "what is computed counts");
        y.Type = new TensorType(ElementType.Float, Shape.Of(5));
        Assert.That(() => ShapeInference.Infer(_graph, 18), Throws.TypeOf<InvalidModelException>().With.Message.Contains("declared"));
    }

    [Test]
    public void A_declared_shape_gives_way_with_a_warning_and_an_element_type_does_not()
    {
        Node node = _graph.AddNode("Relu", [Input([4])]);
        Value y = node.AddOutput("y", new TensorType(ElementType.Float, Shape.Of(5)));
        var model = new Model(_graph) { OpsetImports = { [""] = 18 } };
        var warnings = new List<string>();
        ShapeInference.Infer(model, warnings);
        Assert.That(y.Shape, Is.EqualTo(Shape.Of(4)));
        Assert.That(warnings, Has.One.Contains("'y' is declared as"));

        y.Type = new TensorType(ElementType.Double, Shape.Of(4));
        Assert.That(() => ShapeInference.Infer(model, warnings), Throws.TypeOf<InvalidModelException>());
    }

    [Test]
    public void Sizes_that_cannot_be_are_faults()
    {
        Assert.That(() => Infer("Reshape", [Input([4, 2, 2, 3]), Ints(1, 12)]).Shape, Is.Null, "single nodes say nothing");
        AssertFault(_graph.Nodes.Last(), "48 elements");
        Infer("Conv", [Input([1, 1, 4, 4]), Input([8, 3, 2, 2])]);
        AssertFault(_graph.Nodes.Last(), "1 channels");
        Infer("MaxPool", [Input([1, 2, 3, 3])], new NodeAttribute("kernel_shape", [4L, 4L]));
        AssertFault(_graph.Nodes.Last(), "larger than the input");
    }

    [Test]
    public void A_scalar_has_no_axis_to_squeeze()
    {
        Infer("Squeeze", [Input([]), Ints(0)]);
        AssertFault(_graph.Nodes.Last(), "axis 0");
    }

    [TestCase(1)]
    [TestCase(0)]
    public void The_counter_of_a_loop_has_the_rank_that_its_body_declares(int rank)
    {
        var body = new Graph("body");
        Value counter = body.AddInput("i", new TensorType(ElementType.Int64, rank == 1 ? Shape.Of(1) : null));
        Value condition = body.AddInput("c", null);
        body.AddOutput(condition);
        body.AddOutput(body.AddNode("Identity", [counter]).AddOutput("count"));
        Infer("Loop", [Ints(3), _graph.AddInput("go", new TensorType(ElementType.Bool, Shape.Scalar))], new NodeAttribute("body", body));
        Assert.That(counter.Shape!.Rank, Is.EqualTo(rank));
    }

    private static void AssertFault(Node node, string part) => Assert.That(ShapeInference.FindFault(node, 18), Does.Contain(part));

    private Value Input(Dimension[] shape) => _graph.AddInput("in", new TensorType(ElementType.Float, new Shape(shape)));

    private Value Ints(params long[] values) => _graph.AddInitializer("ints", TensorData.Vector(values));

    private Value Infer(string opType, Value[] inputs, params NodeAttribute[] attributes) => Infer(18, opType, inputs, attributes);

    private Value Infer(int opset, string opType, Value[] inputs, params NodeAttribute[] attributes)
    {
        Node node = _graph.AddNode(opType, inputs);
        foreach (NodeAttribute attribute in attributes)
            node.Attributes.Set(attribute);
        Value output = node.AddOutput("out");
        ShapeInference.InferNode(node, opset);
        return output;
    }
}
