using OnnxConvert.Conformance.Data;

namespace OnnxConvert.Conformance.Running;

/// <summary>This project's converter.</summary>
internal sealed class ModelConverter : IModelConverter
{
    public ConvertedModel Convert(ModelSource model, ConvertSettings settings) =>
        throw new ConversionRefusedException(Stage.Unsupported, "The converter is not part of this build.");
}
