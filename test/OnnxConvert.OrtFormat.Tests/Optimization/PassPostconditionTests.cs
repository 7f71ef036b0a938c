using System.Reflection;
using OnnxConvert.Checking;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Tests.Optimization;

/// <summary>What every pass promises, each run alone: a valid model with the same boundary that computes the same.</summary>
public class PassPostconditionTests
{
    /// <summary>Each pass sees one of so many backend models; together they see all.</summary>
    private const int Share = 4;

    private static readonly PassIdentity[] OfOrt = [.. Named(typeof(OrtPasses))];

    private static IEnumerable<TestCaseData> OrtLevels() => OfOrt.Select(pass => new TestCaseData(pass).SetArgDisplayNames(pass.Name));

    private static IEnumerable<TestCaseData> BuiltIn() => Named(typeof(BuiltInPasses)).Where(BuiltInPasses.Create().Contains).Select(pass => new TestCaseData(pass).SetArgDisplayNames(pass.Name));

    [TestCaseSource(nameof(OrtLevels))]
    public void A_pass_of_an_ort_level_keeps_what_a_model_is(PassIdentity pass)
    {
        Check(pass.Name, passes => RemoveAllBut(passes, pass));
    }

    [TestCaseSource(nameof(BuiltIn))]
    public void A_built_in_pass_keeps_what_a_model_is(PassIdentity pass)
    {
        PassList<IOptimizer> all = BuiltInPasses.Create();
        foreach (PassIdentity other in Named(typeof(BuiltInPasses)).Where(other => !ReferenceEquals(other, pass)))
            all.Remove(other);
        Check(pass.Name, passes =>
        {
            RemoveAllBut(passes, null);
            passes.Add(all.Single());
        });
    }

    [TestCase("Transpose")]
    [TestCase("Reshape")]
    [TestCase("Squeeze")]
    public void Outputs_behind_quantization_keep_their_names(string mover)
    {
        foreach (OptimizationLevel level in Enum.GetValues<OptimizationLevel>())
        {
            LevelTest test = Quantized(mover);
            test.Graph.Outputs[0].Name = "the_output";
            Model model = test.Model;
            OrtOptimizer.Optimize(model, level);
            Assert.That(model.Graph.Outputs.Select(output => output.Name), Is.EqualTo(new[] { "the_output" }), $"{level}");
            Assert.That(test.Model.ToOrt(new OrtOptions { OptimizationLevel = level }).Model.Graph.Outputs.Single().Name, Is.EqualTo("the_output"));
        }
    }

    private static void Check(string pass, Action<PassList<IOptimizer>> edit)
    {
        var options = new OrtOptions
        {
            TargetPlatform = TargetPlatform.Amd64, HasExactSumsOnX64 = true, ChannelBlockSize = 8,
            EditPasses = (_, passes) => edit(passes),
        };
        int offset = pass.Sum(letter => letter) % Share, changed = 0;
        foreach ((string name, byte[] before) in Models(offset))
        {
            Model model = OnnxModel.Load(before), prepared = OnnxModel.Load(before);
            // What is done before all passes settles types, and inputs of old files that are constants.
            OrtOptimizer.Optimize(prepared, options with { EditPasses = (_, passes) => RemoveAllBut(passes, null) });
            string boundary = Boundary(prepared);
            if (OrtOptimizer.Optimize(model, options).Rounds == 0)
                continue;
            changed++;
            Assert.That(Boundary(model), Is.EqualTo(boundary), name);
            Assert.That(ModelChecker.Check(model).Where(finding => !IsAboutOtherDomain(finding, model)), Is.Empty, name);
            // What the kernels of other processors compute cannot be tried here.
            if (pass is not (nameof(OrtPasses.BlockedChannels) or nameof(OrtPasses.ChannelsLastConv)))
                AssertSame(name, Save(model), before);
        }

        TestContext.Out.WriteLine($"{changed} models changed");
    }

    /// <summary>The checker knows no definitions of ONNX Runtime's own operators.</summary>
    private static bool IsAboutOtherDomain(ModelFinding finding, Model model) =>
        model.Graph.Nodes.Any(node => node.Domain.Length > 0 && finding.ToString().Contains($"there is no operator '{node.OpType}'", StringComparison.Ordinal));

    private static void AssertSame(string name, byte[] after, byte[] before)
    {
        try
        {
            LevelResults.AssertSame(after, before, before);
        }
        catch (InvalidDataException)
        {
            // No random inputs, or no comparison, for its types.
        }
        catch (ModelRuntimeException) when (!Runs(before))
        {
            // Random inputs are not for this model: indices, lengths, operators without a kernel.
        }
        catch (Exception exception)
        {
            throw new AssertionException($"{name}: {exception.Message}", exception);
        }
    }

    private static bool Runs(byte[] model)
    {
        try
        {
            LevelResults.AssertSame(model, model, model);
            return true;
        }
        catch (ModelRuntimeException)
        {
            return false;
        }
    }

    private static IEnumerable<(string Name, byte[] Bytes)> Models(int offset)
    {
        foreach (string mover in new[] { "Transpose", "Reshape", "Squeeze" })
            yield return (mover, Save(Quantized(mover).Model));
        IReadOnlyList<string> paths = BackendModels.Find();
        for (int i = offset; i < paths.Count; i += Share)
        {
            byte[] bytes = File.ReadAllBytes(paths[i]);
            Model model = OnnxModel.Load(bytes);
            // Random operators give other numbers each time.
            if (!ModelChecker.Check(model).Any() && !Array.Exists(["Random", "Bernoulli", "Multinomial", "Dropout"], part => model.Graph.Nodes.Any(node => node.OpType.StartsWith(part, StringComparison.Ordinal))))
                yield return (BackendModels.NameOf(paths[i]), bytes);
        }
    }

    /// <summary>x → Quantize → Dequantize → an operator that only moves elements → output.</summary>
    private static LevelTest Quantized(string mover)
    {
        var test = new LevelTest();
        Value x = test.Pair(test.Input(1, 2, 3), 0.1f, 3, ElementType.UInt8);
        return test.Output(mover switch
        {
            "Transpose" => test.Node("Transpose", [x], new NodeAttribute("perm", [0, 2, 1])),
            "Reshape" => test.Node("Reshape", [x, test.Ints(3, 2)]),
            _ => test.Node("Squeeze", [x, test.Ints(0)]),
        });
    }

    private static void RemoveAllBut(PassList<IOptimizer> passes, PassIdentity? kept)
    {
        foreach (PassIdentity pass in OfOrt.Where(pass => !ReferenceEquals(pass, kept)))
            passes.Remove(pass);
    }

    private static string Boundary(Model model) =>
        string.Join(", ", model.Graph.Inputs.Concat(model.Graph.Outputs).Select(value => $"{value.Name} {(value.Type is TensorType type ? $"{type.ElementType}" : value.Type)}"));

    private static IEnumerable<PassIdentity> Named(Type list) => list.GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => (PassIdentity)property.GetValue(null)!);

    private static byte[] Save(Model model)
    {
        using var stream = new MemoryStream();
        OnnxModel.Save(model, stream);
        return stream.ToArray();
    }
}
