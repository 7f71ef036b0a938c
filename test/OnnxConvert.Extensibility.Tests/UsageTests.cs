using Acme.Models;
using OnnxConvert.Converting;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Extensibility;

/// <summary>What the packages' pages show.</summary>
public class UsageTests
{
    [Test]
    public void A_model_is_converted_and_saved()
    {
        string folder = Directory.CreateTempSubdirectory("onnxconvert-test-").FullName;
        try
        {
            string source = TestData.FixturePath("digits-cnn-int8");
            string target = Path.Combine(folder, "model.onnx");
            #region convert
            ConversionResult result = Converter.FromTfLite(source).ToOnnx(opset: 18);
            result.Save(target);
            #endregion
            Assert.That(OnnxModel.Load(target).Graph.NodeCount, Is.EqualTo(result.Report.NodeCount));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void A_conversion_takes_in_an_assemblys_registrations()
    {
        string path = TestData.FixturePath("digits-cnn-int8");
        #region using
        ConversionResult result = Converter.FromTfLite(path)
            .Using(typeof(SoftshrinkHandler).Assembly)
            .ToOnnx(18);
        #endregion
        Assert.That(result.Report.Operators, Is.Not.Empty);
    }

    [Test]
    public void Single_registrations_are_added_by_hand()
    {
        string path = TestData.FixturePath("digits-cnn-int8");
        #region configure
        ConversionResult result = Converter.FromTfLite(path)
            .Configure(registry =>
            {
                registry.AddHandler("tflite.custom", "Softshrink", new SoftshrinkHandler());
                registry.Optimizers.Add(new DoubleNegationOptimizer());
            })
            .ToOnnx(18);
        #endregion
        Assert.That(result.Report.Operators, Is.Not.Empty);
    }

    [Test]
    public void An_onnx_file_is_loaded_changed_and_saved()
    {
        using var file = new MemoryStream();
        Converter.FromTfLite(TestData.FixturePath("digits-cnn-float")).ToOnnx(18).Save(file);
        byte[] bytes = file.ToArray();
        #region edit
        Ir.Model model = OnnxModel.Load(bytes);
        foreach (Ir.Node node in model.Graph.Nodes.Where(node => node.Is("Identity")))
            Ir.Graph.ReplaceAllUses(node.Outputs[0], node.Inputs[0]!);
        model.ProducerName = "Acme";
        using var edited = new MemoryStream();
        OnnxModel.Save(model, edited);
        #endregion
        Assert.That(OnnxModel.Load(edited.ToArray()).ProducerName, Is.EqualTo("Acme"));
    }

    [Test]
    public void A_model_is_saved_in_the_ORT_format_and_loaded_again()
    {
        string folder = Directory.CreateTempSubdirectory("onnxconvert-test-").FullName;
        try
        {
            string source = TestData.FixturePath("digits-cnn-int8");
            string onnx = Path.Combine(folder, "model.onnx");
            string target = Path.Combine(folder, "model.ort");
            #region ort-from-tflite
            Converter.FromTfLite(source).ToOrt(target);
            #endregion
            Assert.That(OrtModel.Load(target).FormatVersion, Is.EqualTo(OrtModel.MaxFormatVersion));

            Converter.FromTfLite(source).ToOnnx().Save(onnx);
            #region ort-from-onnx
            OrtModel model = OnnxModel.Load(onnx).ToOrt(new OrtOptions
            {
                OptimizationLevel = OptimizationLevel.Basic,
                TargetPlatform = TargetPlatform.Arm,
            });
            model.Save(target);
            #endregion

            #region ort-load
            OrtModel loaded = OrtModel.Load(target);
            foreach (Ir.Node node in loaded.Model.Graph.Nodes)
                Console.WriteLine($"{node.OpType} since opset {loaded.SinceVersion(node)}");
            foreach (RuntimeOptimization left in loaded.RuntimeOptimizations)
                Console.WriteLine($"{left.Optimizer}: {left.Action} of {left.Nodes.Length} nodes");
            OnnxModel.Save(loaded.ToOnnx(), onnx);
            #endregion
            Assert.That(OnnxModel.Load(onnx).Graph.NodeCount, Is.EqualTo(model.Model.Graph.NodeCount));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
