using OnnxConvert.Ir;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>From the model of the ORT format that we make.</summary>
internal sealed class OwnSource : IConfigurationSource
{
    public RequiredOperators Required(string model, ConfigurationCase test)
    {
        var usage = new OperatorUsage();
        Model onnx = OnnxModel.Load(model);
        // Of style Runtime both forms are needed: before and after the saved optimizations are done.
        foreach (OptimizationStyle style in test.Style == "Runtime" ? (OptimizationStyle[])[OptimizationStyle.Runtime, OptimizationStyle.Fixed] : [OptimizationStyle.Fixed])
            usage.Add(test.Model, onnx.ToOrt(new OrtOptions { OptimizationLevel = Level(test.Level), OptimizationStyle = style }).Model);
        return usage.Required(test.WithTypes);
    }

    private static OptimizationLevel Level(string level) => level switch
    {
        "disable" => OptimizationLevel.None,
        "basic" => OptimizationLevel.Basic,
        "extended" => OptimizationLevel.Extended,
        _ => OptimizationLevel.All,
    };
}
