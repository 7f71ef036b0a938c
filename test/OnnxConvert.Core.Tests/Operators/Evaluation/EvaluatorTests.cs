using OnnxConvert.Core.Tests.Files;
using OnnxConvert.Files.Proto;
using OnnxConvert.Files.Reading;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Core.Tests.Operators.Evaluation;

public class EvaluatorTests
{
    [Test]
    public void Gives_what_the_backend_tests_of_single_operators_expect()
    {
        // Looked for before the scope is entered: a test cannot be ignored inside one.
        IReadOnlyList<string> models = BackendModels.Find("node");
        int evaluated = 0;
        using IDisposable scope = Assert.EnterMultipleScope();
        foreach (string path in models)
        {
            Model model = OnnxModel.Load(path);
            if (model.Graph.NodeCount != 1 || !Evaluator.Knows(model.Graph.Nodes.Single()) || model.Graph.Inputs.Any(input => input.Type is not TensorType))
                continue;
            string folder = Path.Combine(Path.GetDirectoryName(path)!, "test_data_set_0");
            if (Evaluate(model, folder) is not { } outputs)
                continue;
            evaluated++;
            for (int i = 0; i < model.Graph.Outputs.Count; i++)
                AssertClose(outputs[model.Graph.Outputs[i].ProducerIndex], ReadTensor(Path.Combine(folder, $"output_{i}.pb"))!, BackendModels.NameOf(path));
        }

        Assert.That(evaluated, Is.GreaterThan(300));
    }

    [Test]
    public void Does_not_divide_integers_by_zero() =>
        Assert.That(TryEvaluate(new Graph().AddNode("Div", []), [TensorData.Vector(1, 2), TensorData.Vector(0, 1)], out _), Is.False);

    [Test]
    public void Limits_floats_that_an_integer_type_cannot_hold()
    {
        Node cast = new Graph().AddNode("Cast", []);
        cast.Attributes.Set(new NodeAttribute("to", (long)ElementType.Int8));
        Assert.That(TryEvaluate(cast, [TensorData.Vector(300f, -300f, -1.9f, float.NaN)], out TensorData[] outputs), Is.True);
        Assert.That(outputs[0].AsSpan<sbyte>().ToArray(), Is.EqualTo(new sbyte[] { 127, -128, -1, 0 }));
    }

    [Test]
    public void Gives_the_shape_of_a_value_that_is_not_constant()
    {
        var graph = new Graph();
        Node shape = graph.AddNode("Shape", [graph.AddInput("x", new TensorType(ElementType.Float, Shape.Of(2, 3)))]);
        Assert.That(TryEvaluate(shape, [null], out TensorData[] outputs), Is.True);
        Assert.That(outputs[0].AsSpan<long>().ToArray(), Is.EqualTo(new[] { 2L, 3 }));
    }

    private static bool TryEvaluate(Node node, TensorData?[] inputs, out TensorData[] outputs)
    {
        if (node.Outputs.Count == 0)
            node.AddOutput("y");
        return Evaluator.TryEvaluate(node, 18, inputs, out outputs);
    }

    private static TensorData[]? Evaluate(Model model, string folder)
    {
        Node node = model.Graph.Nodes.Single();
        var inputs = new TensorData?[node.Inputs.Count];
        for (int i = 0; i < inputs.Length; i++)
        {
            int index = model.Graph.Inputs.ToList().FindIndex(input => ReferenceEquals(input, node.Inputs[i]));
            inputs[i] = index < 0 ? node.Inputs[i]?.Constant : ReadTensor(Path.Combine(folder, $"input_{index}.pb"));
        }

        return Evaluator.TryEvaluate(node, (int)model.OpsetImports[""], inputs, out TensorData[] outputs) ? outputs : null;
    }

    private static TensorData? ReadTensor(string path)
    {
        TensorProto tensor = TensorProto.Parser.ParseFrom(File.ReadAllBytes(path));
        return tensor.DataType == 0 ? null : new TensorReader(null, new ExternalDataReader(null)).Read(tensor);
    }

    private static void AssertClose(TensorData actual, TensorData expected, string name)
    {
        Assert.That(actual.ToString(), Is.EqualTo(expected.ToString()), name);
        if (actual.ElementType == ElementType.String)
            Assert.That(((StringTensorData)actual).Values.Select(v => v.ToArray()), Is.EqualTo(((StringTensorData)expected).Values.Select(v => v.ToArray())), name);
        else if (actual.ElementType.IsFloat())
            Assert.That(Elements.Read<double>(actual).Zip(Elements.Read<double>(expected)), Has.All.Matches<(double Actual, double Expected)>(IsClose), name);
        else
            Assert.That(actual.Bytes.ToArray(), Is.EqualTo(expected.Bytes.ToArray()), name);
    }

    private static bool IsClose((double Actual, double Expected) pair) =>
        pair.Actual.Equals(pair.Expected) || Math.Abs(pair.Actual - pair.Expected) <= 1e-5 * Math.Max(1, Math.Abs(pair.Expected));
}
