using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>From the model as we prepare it for the ORT format.</summary>
internal sealed class OwnSource : IConfigurationSource
{
    public RequiredOperators Required(string model, ConfigurationCase test) => RequiredOperators.Of(OnnxModel.Load(model), test.WithTypes);
}
