using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>From the model of the ORT format that we make.</summary>
internal sealed class OwnSource : IConfigurationSource
{
    public RequiredOperators Required(string model, ConfigurationCase test)
    {
        var usage = new OperatorUsage();
        usage.Add(test.Model, OnnxModel.Load(model).ToOrt(new OrtOptions { OptimizationLevel = test.OptimizationLevel, OptimizationStyle = Enum.Parse<OptimizationStyle>(test.Style) }));
        return usage.Required(test.WithTypes);
    }
}
