using System.CommandLine;
using System.Globalization;
using OnnxConvert.Conformance.Hybrid;
using Spectre.Console;

namespace OnnxConvert.Conformance.Commands;

/// <summary>The command <c>hybrid</c>: what quantizing activations while the model runs costs and brings.</summary>
internal static class HybridCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var models = new Argument<string>("MODELS_DIR") { Description = "A folder of .tflite files." };
        var golden = new Argument<string>("GOLDEN_DIR") { Description = "The folder with what TFLite computes for them." };
        var opset = new Option<int>("--opset") { DefaultValueFactory = _ => 18, Description = "The ONNX opset to convert to." };
        var only = new Option<string>("--only") { DefaultValueFactory = _ => "", Description = "Only the models whose name contains this." };
        var command = new Command("hybrid", "Dynamic-range models in float and with quantized activations: how far from TFLite, and how fast.") { models, golden, opset, only };
        command.SetAction(parse =>
        {
            var runner = new HybridRunner(parse.GetValue(opset));
            foreach (string path in Directory.GetFiles(parse.GetRequiredValue(models), "*.tflite").Order(StringComparer.Ordinal))
            {
                if (Path.GetFileName(path).Contains(parse.GetValue(only)!, StringComparison.Ordinal) && runner.Run(path, parse.GetRequiredValue(golden)) is { } result)
                    console.WriteLine(Line(result));
            }
        });
        return command;
    }

    private static string Line(HybridResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Name,-60}  error {result.Float.Error:0.00000} float, {result.Quantized.Error:0.00000} quantized; {result.Float.Milliseconds:0.00} ms float, {result.Quantized.Milliseconds:0.00} ms quantized, ratio {result.Quantized.Milliseconds / result.Float.Milliseconds:0.00}");
}
