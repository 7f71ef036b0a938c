using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat.Lowering;

public class OnnxLoweringTests
{
    [Test]
    public void Constants_become_initializers_and_defaults_are_stated()
    {
        var graph = new Graph();
        Value x = graph.AddInput("x", Samples.Floats(1, 2));
        Node constant = graph.AddNode("Constant", []);
        constant.Attributes.Set(new NodeAttribute("value_floats", [1f, 2f]));
        Value c = constant.AddOutput("c");
        graph.AddOutput(graph.AddNode("LeakyRelu", [graph.AddNode("Add", [x, c]).AddOutput("sum")]).AddOutput("y"));
        Model model = Samples.Plain(Samples.ModelOf(graph)).Model;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(model.Graph.Nodes.Select(n => n.OpType), Is.EqualTo(new[] { "Add", "LeakyRelu" }));
            Assert.That(model.Graph.Initializers.Single().Name, Is.EqualTo("c"));
            Assert.That(model.Graph.Nodes.Last().Attributes.Float("alpha"), Is.EqualTo(0.01f));
            Assert.That(model.Graph.Outputs[0].Type, Is.EqualTo(Samples.Floats(1, 2)));
            Assert.That(graph.NodeCount, Is.EqualTo(3), "the source stays as it was");
        }
    }

    [Test]
    public void Functions_are_written_out_with_the_attributes_of_the_call()
    {
        Model source = Samples.Relu();
        Node call = source.Graph.Nodes.Single();
        (call.OpType, call.Domain) = ("Leak", "com.acme");
        call.Attributes.Set(new NodeAttribute("slope", 0.5f));
        var function = new Function("com.acme", "Leak") { AttributeNames = { "slope" }, OpsetImports = { [""] = 18 } };
        Node body = function.Body.AddNode("LeakyRelu", [function.Body.AddInput("a", null)]);
        body.Attributes.Set(NodeAttribute.Reference("alpha", AttributeKind.Float, "slope"));
        function.Body.AddOutput(body.AddOutput("b"));
        source.Functions.Add(function);
        source.OpsetImports["com.acme"] = 1;

        OrtModel model = Samples.Plain(source);
        Node node = model.Model.Graph.Nodes.Single();
        Assert.That((node.OpType, node.Attributes.Float("alpha"), node.Outputs[0].Name), Is.EqualTo(("LeakyRelu", 0.5f, "y")));
        StockRuntime.Check(Samples.Bytes(model));
    }

    [Test]
    public void A_function_that_calls_itself_is_refused()
    {
        Model source = Samples.Relu();
        (source.Graph.Nodes.Single().OpType, source.Graph.Nodes.Single().Domain) = ("Loopy", "com.acme");
        var function = new Function("com.acme", "Loopy");
        function.Body.AddOutput(function.Body.AddNode("Loopy", [function.Body.AddInput("a", null)], "com.acme").AddOutput("b"));
        source.Functions.Add(function);
        Assert.That(() => Samples.Plain(source), Throws.TypeOf<InvalidModelException>().With.Message.Contains("themselves"));
    }

    [TestCase("HardSwish", 14, "HardSigmoid Mul")]
    [TestCase("Mish", 18, "Softplus Tanh Mul")]
    [TestCase("Relu", 14, "Relu")]
    public void Operators_without_a_kernel_are_written_out(string opType, int opset, string expected)
    {
        Model source = Samples.Relu(opset: opset);
        source.Graph.Nodes.Single().OpType = opType;
        Model model = Samples.Plain(source).Model;
        Assert.That(string.Join(' ', model.Graph.Nodes.Select(n => n.OpType)), Is.EqualTo(expected));
        Assert.That(model.Graph.Outputs[0].Name, Is.EqualTo("y"));
    }

    [Test]
    public void Between_operators_without_a_float16_kernel_values_stay_float32()
    {
        Model source = Samples.Relu(ElementType.Float16);
        Value y = source.Graph.Outputs[0];
        source.Graph.SetOutput(0, source.Graph.AddNode("Tanh", [y]).AddOutput("z", y.Type));
        OrtModel model = Samples.Plain(source);
        Assert.That(model.Model.Graph.Nodes.Select(n => n.OpType), Is.EqualTo(new[] { "Cast", "Relu", "Tanh", "Cast" }));
        Assert.That(model.Model.Graph.Outputs[0].ElementType, Is.EqualTo(ElementType.Float16));
        StockRuntime.Check(Samples.Bytes(model));
    }
}
