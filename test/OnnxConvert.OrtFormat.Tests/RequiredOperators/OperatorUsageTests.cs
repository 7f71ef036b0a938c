using OnnxConvert.Ir;

namespace OnnxConvert.OrtFormat;

public class OperatorUsageTests
{
    [Test]
    public void Versions_are_those_in_which_the_definitions_appeared() =>
        Assert.That(Text(Relu(ElementType.Float, opset: 18)), Is.EqualTo("ai.onnx;14;Relu{\"inputs\": {\"0\": [\"float\"]}}\n"));

    [Test]
    public void Operators_of_other_domains_have_the_version_of_the_import()
    {
        Model model = Relu(ElementType.Float);
        model.Graph.AddNode("FusedConv", [model.Graph.Inputs[0]], "com.microsoft").AddOutput("z", new TensorType(ElementType.Float));
        model.OpsetImports["com.microsoft"] = 1;
        Assert.That(Text(model), Does.EndWith("com.microsoft;1;FusedConv\n"));
    }

    [TestCase("Reshape", "")]
    [TestCase("Where", "{\"inputs\": {\"1\": [\"int8_t\"]}}")]
    [TestCase("Pow", "{\"inputs\": {\"0\": [\"bool\"], \"1\": [\"int8_t\"]}}")]
    [TestCase("Cast", "{\"inputs\": {\"0\": [\"bool\"]}, \"outputs\": {\"0\": [\"double\"]}}")]
    [TestCase("QuantizeLinear", "{\"outputs\": {\"0\": [\"double\"]}}")]
    [TestCase("OneHot", "{\"custom\": [[\"bool\", \"std::string\", \"int8_t\"]]}")]
    public void Types_are_those_that_kernels_dispatch_on(string opType, string types)
    {
        var graph = new Graph();
        Value?[] inputs = [Input(graph, ElementType.Bool), Input(graph, ElementType.Int8), Input(graph, ElementType.String)];
        graph.AddNode(opType, inputs).AddOutput("y", new TensorType(ElementType.Double));
        Assert.That(RequiredOperators.Of(ModelOf(graph)).TypesOf("", opType).ToString(), Is.EqualTo(types));
    }

    [Test]
    public void Arguments_that_an_older_version_does_not_have_count_for_nothing()
    {
        var graph = new Graph();
        graph.AddNode("Slice", [Input(graph, ElementType.Float)]).AddOutput("y", new TensorType(ElementType.Float));
        Assert.That(Text(ModelOf(graph, opset: 9)), Is.EqualTo("ai.onnx;1;Slice{\"inputs\": {\"0\": [\"float\"]}}\n"));
    }

    [Test]
    public void Types_of_intermediate_values_follow_from_others()
    {
        Model model = Relu(ElementType.Int8);
        Value undeclared = model.Graph.AddNode("Identity", [model.Graph.Inputs[0]]).AddOutput("i");
        model.Graph.AddNode("Abs", [undeclared]).AddOutput("a");
        Assert.That(Text(model), Does.Contain("Abs{\"inputs\": {\"0\": [\"int8_t\"]}}"));
        Assert.That(undeclared.Type, Is.Null, "the model stays as it was");
    }

    [Test]
    public void An_unknown_type_means_all_types()
    {
        Model model = Relu(ElementType.Int8);
        Value unknown = model.Graph.AddNode("Strange", [], "com.acme").AddOutput("s");
        model.Graph.AddNode("Relu", [unknown]).AddOutput("a");
        Assert.That(Text(model), Is.EqualTo("ai.onnx;14;Relu\ncom.acme;1;Strange\n"));
    }

    [Test]
    public void Inner_graphs_and_functions_count()
    {
        var inner = new Graph("inner");
        inner.AddNode("Neg", [Input(inner, ElementType.Float)]).AddOutput("n", new TensorType(ElementType.Float));
        Model model = Relu(ElementType.Float);
        model.Graph.AddNode("Loop", []).Attributes.Set(new NodeAttribute("body", inner));
        var function = new Function("com.acme", "F") { OpsetImports = { [""] = 9 } };
        function.Body.AddNode("Add", [Input(function.Body, ElementType.Float)]).AddOutput("a", new TensorType(ElementType.Float));
        model.Functions.Add(function);
        Assert.That(RequiredOperators.Of(model, withTypes: false).ToString(), Is.EqualTo("ai.onnx;7;Add\nai.onnx;13;Neg\nai.onnx;14;Relu\nai.onnx;16;Loop\n"));
    }

    [Test]
    public void Several_models_add_up_and_are_told_apart()
    {
        var usage = new OperatorUsage();
        usage.Add("a.onnx", Relu(ElementType.Float));
        usage.Add("b.onnx", Relu(ElementType.Int8));

        Assert.That(usage.Required().TypesOf("", "Relu").Inputs[0], Is.EqualTo(new[] { "float", "int8_t" }));
        Assert.That(usage.Explain("Relu").Select(use => use.Model), Is.EqualTo(new[] { "a.onnx", "b.onnx" }));
        Assert.That(usage.Explain("Relu", "int8_t").Single().ToString(), Is.EqualTo("b.onnx: ai.onnx.Relu-14 'y' {\"inputs\": {\"0\": [\"int8_t\"]}}"));
        Assert.That(usage.Explain("Conv"), Is.Empty);
    }

    [TestCase("", "the operator is not in the configuration")]
    [TestCase("ai.onnx;6,13;Relu", "only as of opset 6, 13")]
    [TestCase("ai.onnx;14;Relu", null)]
    [TestCase("ai.onnx;17;Relu", null)]
    [TestCase("""ai.onnx;14;Relu{"inputs": {"0": ["float", "int8_t"]}}""", null)]
    [TestCase("""ai.onnx;14;Relu{"inputs": {"0": ["float"]}}""", "int8_t at input 0")]
    [TestCase("!globally_allowed_types;float\nai.onnx;14;Relu", "int8_t at input 0")]
    [TestCase("!globally_allowed_types;int8_t\nai.onnx;14;Relu", null)]
    [TestCase("!no_ops_specified_means_all_ops_are_required", null)]
    public void A_model_is_held_against_a_configuration(string configuration, string? lack)
    {
        IReadOnlyList<UnmetRequirement> unmet = RequiredOperators.Parse(configuration).Check(Relu(ElementType.Int8));
        if (lack is null)
            Assert.That(unmet, Is.Empty);
        else
            Assert.That(unmet.Single().Reason, Does.Contain(lack));
    }

    [Test]
    public void Types_that_every_build_keeps_are_there()
    {
        var graph = new Graph();
        Value x = Input(graph, ElementType.Int64);
        graph.AddNode("Add", [x, x]).AddOutput("y", new TensorType(ElementType.Int64));
        Assert.That(RequiredOperators.Parse("!globally_allowed_types;float\nai.onnx;14;Add").Check(ModelOf(graph)), Is.Empty);
    }

    private static string Text(Model model) => RequiredOperators.Of(model).ToString();

    private static Model Relu(ElementType type, int opset = 18)
    {
        var graph = new Graph("g");
        graph.AddOutput(graph.AddNode("Relu", [Input(graph, type)]).AddOutput("y", new TensorType(type)));
        return ModelOf(graph, opset);
    }

    private static Value Input(Graph graph, ElementType type) => graph.AddInput($"x{graph.Inputs.Count}", new TensorType(type, Shape.Of(1, 2)));

    private static Model ModelOf(Graph graph, int opset = 18) => new(graph) { OpsetImports = { [""] = opset } };
}
