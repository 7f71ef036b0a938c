using OnnxConvert.OrtFormat;

namespace OnnxConvert.Conformance.Configurations;

/// <summary>Gets from an .onnx file to a configuration.</summary>
internal interface IConfigurationSource
{
    RequiredOperators Required(string model, ConfigurationCase test);
}
