using OnnxConvert.Testing.Data;
using OnnxConvert.Testing.Running;

namespace OnnxConvert.Testing.Preparing;

/// <summary>Takes .onnx files that another converter wrote: judges it by the same rules, and this program by its known results.</summary>
public sealed class RecordedConverter(string folder) : IModelConverter
{
    public ConvertedModel Convert(ModelSource model, ConvertSettings settings)
    {
        string path = Path.Combine(folder, model.Name + ".onnx");
        return File.Exists(path)
            ? new ConvertedModel(File.ReadAllBytes(path), [])
            : throw new ConversionRefusedException(Stage.Unsupported, [$"There is no '{path}'."]);
    }
}
