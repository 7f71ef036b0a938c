using Google.Protobuf;
using OnnxConvert.Core.Tests.Files;
using OnnxConvert.Files.Proto;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Core.Tests.Operators.Inference;

/// <summary>Infers the outputs of ONNX's backend models, and compares with what the models declare: never a wrong shape.</summary>
public class BackendInferenceTests
{
    [TestCase("node", false, 1600)]
    [TestCase("node", true, 1900)]
    [TestCase("simple", false, 1)]
    [TestCase("light", false, 0)]
    [TestCase("pytorch-converted", false, 82)]
    [TestCase("pytorch-operator", false, 38)]
    public void Inferred_shapes_are_never_wrong(string folder, bool hasConstantInputs, int atLeast)
    {
        int complete = 0;
        int outputs = 0;
        var wrong = new List<string>();
        var open = new List<string>();
        foreach (string path in BackendModels.Find(folder))
        {
            try
            {
                Model model = OnnxModel.Load(hasConstantInputs ? WithConstantInputs(path) : File.ReadAllBytes(path));
                (Value Value, OnnxType? Declared)[] declared = [.. model.Graph.Outputs.Select(o => (o, o.Type))];
                Strip(model.Graph);
                ShapeInference.Infer(model);
                foreach ((Value value, OnnxType? type) in declared)
                {
                    outputs++;
                    if (Equals(value.Type, type))
                        complete++;
                    else if (!Fits(value.Type, type))
                        wrong.Add($"{BackendModels.NameOf(path)}: '{value.Name}' is {type}, inferred as {value.Type}");
                    else
                        open.Add($"{BackendModels.NameOf(path)}: {value.Producer?.OpType} {type} inferred as {value.Type}");
                }
            }
            catch (InvalidModelException e)
            {
                wrong.Add($"{BackendModels.NameOf(path)}: {e.Message}");
            }
        }

        TestContext.Out.WriteLine($"{folder}{(hasConstantInputs ? " with constant inputs" : "")}: {complete} of {outputs} outputs are inferred completely.");
        Assert.That(wrong, Is.Empty);
        Assert.That(complete, Is.AtLeast(atLeast));
    }

    /// <summary>The model with its recorded inputs as constants in place of inputs.</summary>
    private static byte[] WithConstantInputs(string path)
    {
        ModelProto model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(path));
        string data = Path.Combine(Path.GetDirectoryName(path)!, "test_data_set_0");
        ValueInfoProto[] inputs = [.. model.Graph.Input];
        for (int i = 0; i < inputs.Length; i++)
        {
            string file = Path.Combine(data, $"input_{i}.pb");
            if (inputs[i].Type.ValueCase != TypeProto.ValueOneofCase.TensorType || !File.Exists(file))
                continue;
            TensorProto tensor = TensorProto.Parser.ParseFrom(File.ReadAllBytes(file));
            tensor.Name = inputs[i].Name;
            model.Graph.Input.Remove(inputs[i]);
            model.Graph.Initializer.Add(tensor);
        }

        return model.ToByteArray();
    }

    private static void Strip(Graph graph)
    {
        foreach (Value value in graph.SelfAndSubgraphs().SelectMany(g => g.Nodes).SelectMany(n => n.Outputs))
            value.Type = null;
    }

    /// <summary>Whether what was inferred leaves open what was declared.</summary>
    private static bool Fits(OnnxType? inferred, OnnxType? declared) => (inferred, declared) switch
    {
        (null, _) or (_, null) => true,
        (TensorType a, TensorType b) => (a.ElementType == ElementType.Undefined || a.ElementType == b.ElementType) && Fits(a.Shape, b.Shape),
        (SequenceType a, SequenceType b) => Fits(a.Item, b.Item),
        (OptionalType a, OptionalType b) => Fits(a.Item, b.Item),
        _ => inferred.Equals(declared),
    };

    private static bool Fits(Shape? inferred, Shape? declared) => inferred is null || declared is null
        || (inferred.Rank == declared.Rank && inferred.Zip(declared).All(d => !d.First.IsStatic || !d.Second.IsStatic || d.First == d.Second));
}
