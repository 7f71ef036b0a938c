using OnnxConvert.Testing.Data;

namespace OnnxConvert.Testing.Preparing;

/// <summary>Takes models that are ONNX files already.</summary>
public sealed class OnnxFileConverter : IModelConverter
{
    public ConvertedModel Convert(ModelSource model, ConvertSettings settings) => new(model.Read(), []);
}
