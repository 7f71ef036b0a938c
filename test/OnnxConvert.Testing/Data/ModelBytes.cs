using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.OrtFormat;

namespace OnnxConvert.Testing.Data;

/// <summary>Models as the bytes of their files.</summary>
public static class ModelBytes
{
    public static byte[] ToBytes(this Model model)
    {
        using var stream = new MemoryStream();
        OnnxModel.Save(model, stream);
        return stream.ToArray();
    }

    public static byte[] ToBytes(this ConversionResult result)
    {
        using var stream = new MemoryStream();
        result.Save(stream);
        return stream.ToArray();
    }

    public static byte[] ToBytes(this OrtModel model, OrtSaveOptions? options = null)
    {
        using var stream = new MemoryStream();
        model.Save(stream, options);
        return stream.ToArray();
    }
}
