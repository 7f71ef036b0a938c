using OnnxConvert.Conformance.Data;

namespace OnnxConvert.Conformance.Running;

/// <summary>This project's converter, used as its users use it: files by path, the rest from memory.</summary>
internal sealed class ModelConverter : IModelConverter
{
    public ConvertedModel Convert(ModelSource model, ConvertSettings settings)
    {
        try
        {
            var conversion = model.Path is null ? Converter.FromTfLite(model.Read()) : Converter.FromTfLite(model.Path);
            if (settings.Dequantize)
                conversion = conversion.Dequantize();
            var result = conversion.ToOnnx(settings.Opset);
            using var onnx = new MemoryStream();
            result.Save(onnx);
            return new ConvertedModel(onnx.ToArray(), Remarks(result.Report));
        }
        catch (InvalidModelException exception)
        {
            throw new ConversionRefusedException(Stage.Invalid, [exception.Message], exception);
        }
        catch (UnsupportedModelException exception)
        {
            throw new ConversionRefusedException(Stage.Unsupported, Causes(exception), exception);
        }
    }

    /// <summary>Each operator's reason once, without the advice that follows it.</summary>
    private static List<string> Causes(UnsupportedModelException exception) => [.. exception.Items
        .Select(item => (item.OpType.Length > 0 ? $"{item.OpType}: " : "") + item.Reason.Split(';', 2)[0])
        .Distinct(StringComparer.Ordinal)];

    private static List<string> Remarks(ConversionReport report) =>
        [.. report.Remarks, .. report.Operators.SelectMany(op => op.Remarks.Select(remark => $"{op.OpType} '{op.Name}': {remark}"))];
}
