using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>From files that stock ONNX Runtime writes, so that only the reading and the rules for types are judged.</summary>
internal sealed class StockSource : IConfigurationSource
{
    public RequiredOperators Required(string model, ConfigurationCase test)
    {
        var usage = new OperatorUsage();
        // Of style Runtime both forms are needed: before and after the saved optimizations are done.
        foreach (string? optimizations in test.Style == "Runtime" ? (string?[])["save", "apply"] : [null])
            usage.Add(test.Model, OrtModel.Load(StockOptimizer.ToOrt(model, new OrtOptions { OptimizationLevel = test.OptimizationLevel }, optimizations)).Model);

        return usage.Required(test.WithTypes);
    }
}
