namespace OnnxConvert.Cli.Convert;

/// <summary>The formats of model files.</summary>
internal enum ModelFormat
{
    TfLite,
    Onnx,
    Ort,
}
