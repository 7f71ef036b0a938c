using Acme.Models;
using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.Optimizers;
using OnnxConvert.OrtFormat;
using OnnxConvert.Rewriting;
using OnnxConvert.TfLite;

namespace OnnxConvert.Extensibility;

public class PassTests
{
    [Test]
    public void A_rewriter_found_by_its_attribute_puts_one_operator_in_the_place_of_two()
    {
        ConversionResult result = new SourceGraph().Custom("ExpOfMinus").Custom("OneOverOnePlus").Convert()
            .Using(typeof(SplitSigmoidRewriter).Assembly)
            .ToOnnx(18);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Model.Graph.Nodes.Select(node => node.OpType), Is.EqualTo(new[] { "Sigmoid" }));
            Assert.That(result.Report.Passes[nameof(SplitSigmoidRewriter)], Is.EqualTo(1));
            Assert.That(result.Report.Operators.Single().Rewriter, Is.EqualTo(nameof(SplitSigmoidRewriter)));
            Assert.That(SourceGraph.Run(result, 0f, 0f, 0f, 0f), Is.All.EqualTo(0.5f));
        }
    }

    [Test]
    public void A_rewriter_says_why_it_left_a_near_match_alone()
    {
        ConversionResult result = new SourceGraph().Custom("OneOverOnePlus").Convert()
            .Using(typeof(SplitSigmoidRewriter).Assembly)
            .PassThrough("OneOverOnePlus", "com.acme")
            .ToOnnx(18);
        Assert.That(result.Report.Operators.Single().Remarks, Has.One.EqualTo("SplitSigmoidRewriter not applied: its input is not computed by ExpOfMinus"));
    }

    [Test]
    public void An_optimizer_found_by_its_attribute_works_on_the_onnx_graph()
    {
        SourceGraph source = new SourceGraph().Builtin(TfLiteOps.Neg).Builtin(TfLiteOps.Neg).Builtin(TfLiteOps.Abs);
        ConversionResult result = source.Convert().Using(typeof(DoubleNegationOptimizer).Assembly).ToOnnx(18);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Model.Graph.Nodes.Select(node => node.OpType), Is.EqualTo(new[] { "Abs" }));
            Assert.That(result.Report.Passes[nameof(DoubleNegationOptimizer)], Is.EqualTo(1));
        }
    }

    [Test]
    public void Configure_puts_passes_beside_and_in_the_place_of_others()
    {
        var calls = new List<string>();
        Conversion conversion = new SourceGraph().Builtin(TfLiteOps.Abs).Convert().Configure(registry =>
        {
            registry.Optimizers.Add(new FirstOptimizer(calls));
            registry.Optimizers.InsertBefore<FirstOptimizer>(new SecondOptimizer(calls));
        });
        conversion.ToOnnx(18);
        conversion.Configure(registry => registry.Optimizers.Replace<SecondOptimizer>(new ThirdOptimizer(calls))).ToOnnx(18);
        Assert.That(calls, Is.EqualTo(new[] { "second", "first", "third", "first" }));
    }

    [Test]
    public void A_pass_that_is_not_there_is_named_with_those_that_are()
    {
        Conversion conversion = new SourceGraph().Convert()
            .Configure(registry => registry.Rewriters.Add(new SplitSigmoidRewriter()))
            .Configure(registry => registry.Rewriters.Replace<IRewriter>(new SplitSigmoidRewriter()));
        Assert.That(() => conversion.ToOnnx(18), Throws.InvalidOperationException.With.Message.Matches("^There is no IRewriter among the passes: .*SplitSigmoidRewriter\\.$"));
    }

    [Test]
    public void Built_in_passes_are_named_to_put_others_beside_them_or_in_their_place()
    {
        var calls = new List<string>();
        #region built-in
        Conversion conversion = new SourceGraph().Builtin(TfLiteOps.Abs).Convert().Configure(registry =>
        {
            registry.Optimizers.InsertBefore(BuiltInPasses.ConstantFolding, new FirstOptimizer(calls));
            registry.Optimizers.Replace(BuiltInPasses.Layout, new SecondOptimizer(calls));
            registry.Optimizers.InsertAfter(BuiltInPasses.Layout, new ThirdOptimizer(calls));
            registry.Optimizers.Remove(BuiltInPasses.Duplicates);
        });
        #endregion
        conversion.ToOnnx(18);
        Assert.That(calls, Is.EqualTo(new[] { "first", "second", "third" }));
        conversion = conversion.Configure(registry => registry.Optimizers.InsertAfter(BuiltInPasses.Duplicates, new FirstOptimizer(calls)));
        Assert.That(() => conversion.ToOnnx(18), Throws.InvalidOperationException.With.Message.StartsWith("There is no Duplicates among the passes: FirstOptimizer, ConstantFolding, Identities,"));
    }

    [Test]
    public void Passes_of_the_ort_levels_are_named_as_well()
    {
        var calls = new List<string>();
        Model model = new SourceGraph().Builtin(TfLiteOps.Abs).Convert().ToOnnx(18).Model;
        OrtModel ort = model.ToOrt(new OrtOptions
        {
            EditPasses = (level, passes) =>
            {
                if (level == OptimizationLevel.Extended)
                    passes.InsertAfter(OrtPasses.FusedConv, new FirstOptimizer(calls));
            },
        });
        Assert.That(calls, Is.EqualTo(new[] { "first" }));
        Assert.That(ort.Passes.Warning, Is.Null);
    }

    [Test]
    public void A_pass_that_never_ends_is_stopped_and_named()
    {
        Conversion conversion = new SourceGraph().Builtin(TfLiteOps.Abs).Convert().Configure(registry => registry.Optimizers.Add(new RestlessOptimizer()));
        Assert.That(conversion.ToOnnx(18).Report.Remarks, Has.One.Contains("stopped after 10 rounds").And.One.Contains("RestlessOptimizer"));
    }

    [Test]
    public void A_pass_that_renames_an_output_is_stopped_and_named()
    {
        Conversion conversion = new SourceGraph().Builtin(TfLiteOps.Abs).Convert().Configure(registry => registry.Optimizers.Add(new RenamingOptimizer()));
        Assert.That(() => conversion.ToOnnx(18), Throws.TypeOf<InternalErrorException>().With.Message.Contains("RenamingOptimizer").And.Message.Contains("and is 'renamed'"));
    }

    [Test]
    public void What_a_pass_stumbles_over_is_no_fault_of_the_model()
    {
        Conversion conversion = new SourceGraph().Builtin(TfLiteOps.Abs).Convert().Configure(registry => registry.Optimizers.Add(new StumblingOptimizer()));
        Assert.That(() => conversion.ToOnnx(18), Throws.TypeOf<InternalErrorException>().With.InnerException.TypeOf<NullReferenceException>().And.Message.Contains("StumblingOptimizer"));
    }

    private sealed class RestlessOptimizer : IOptimizer
    {
        public bool Optimize(OptimizerContext context) => true;
    }

    private sealed class RenamingOptimizer : IOptimizer
    {
        public bool Optimize(OptimizerContext context)
        {
            context.Graph.Outputs[0].Name = "renamed";
            return false;
        }
    }

    private sealed class StumblingOptimizer : IOptimizer
    {
        public bool Optimize(OptimizerContext context) => ((object?)null)!.ToString() == "";
    }

    private abstract class RecordingOptimizer(List<string> calls, string name) : IOptimizer
    {
        public bool Optimize(OptimizerContext context)
        {
            calls.Add(name);
            return false;
        }
    }

    private sealed class FirstOptimizer(List<string> calls) : RecordingOptimizer(calls, "first");

    private sealed class SecondOptimizer(List<string> calls) : RecordingOptimizer(calls, "second");

    private sealed class ThirdOptimizer(List<string> calls) : RecordingOptimizer(calls, "third");
}
