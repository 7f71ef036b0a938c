using OnnxConvert.Checking;
using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite;
using OnnxConvert.Testing.Data;
using OnnxConvert.Testing.Running;

namespace OnnxConvert.Testing.Preparing;

/// <summary>This project's converter, used as its users use it: files by path, the rest from memory.</summary>
public sealed class ModelConverter : IModelConverter
{
    public ConvertedModel Convert(ModelSource model, ConvertSettings settings)
    {
        try
        {
            var conversion = Read(model);
            return settings.Dequantize
                ? Write(conversion.Dequantize(), settings.Opset) with { OutputSteps = [.. conversion.Source.Graph.Outputs.Select(StepOf)] }
                : Write(conversion, settings.Opset);
        }
        catch (UnsupportedModelException exception)
        {
            throw new ConversionRefusedException(Stage.Unsupported, Causes(exception), exception);
        }
    }

    private static Conversion Read(ModelSource model)
    {
        try
        {
            return model.Path is null ? Converter.FromTfLite(model.Read()) : Converter.FromTfLite(model.Path);
        }
        catch (InvalidModelException exception)
        {
            throw new ConversionRefusedException(Stage.Invalid, [exception.Message], exception);
        }
    }

    private static ConvertedModel Write(Conversion conversion, int opset)
    {
        try
        {
            var result = conversion.ToOnnx(opset);
            byte[] onnx = result.ToBytes();
            // The file as a reader sees it, not the graph that was just checked.
            ModelChecker.EnsureValid(OnnxModel.Load(onnx));
            return new ConvertedModel(onnx, Remarks(result.Report));
        }
        catch (OnnxConvertException exception) when (exception is InternalErrorException or InvalidModelException)
        {
            // What was read was valid; so this is about what the converter made of it, which is a fault of ours.
            throw new ConversionRefusedException(Stage.Check, [exception.Message.ReplaceLineEndings(" ")], exception);
        }
    }

    /// <summary>Each operator's reason once, without the advice that follows it.</summary>
    private static List<string> Causes(UnsupportedModelException exception) => [.. exception.Items
        .Select(item => (item.OpType.Length > 0 ? $"{item.OpType}: " : "") + item.Reason.Split(';', 2)[0])
        .Distinct(StringComparer.Ordinal)];

    /// <summary>A float output behind a DEQUANTIZE comes in steps, as a quantized one does.</summary>
    private static double StepOf(Value output) =>
        output.Producer is { OpType: TfLiteOps.Dequantize } node && node.Inputs[0] is { IsConstant: false, Quantization: { IsPerTensor: true } quantization }
            ? quantization.Scale
            : 0;

    private static List<string> Remarks(ConversionReport report) =>
        [.. report.Remarks, .. report.Operators.SelectMany(op => op.Remarks.Select(remark => $"{op.OpType} '{op.Name}': {remark}"))];
}
