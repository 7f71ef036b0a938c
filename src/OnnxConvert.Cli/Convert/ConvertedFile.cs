namespace OnnxConvert.Cli.Convert;

/// <summary>A finished conversion that is not written yet.</summary>
/// <param name="Save">Writes the .onnx file as a whole, replacing one that is there; leaves nothing behind when it fails.</param>
/// <param name="WriteReport">Writes the report as JSON.</param>
/// <param name="NodeCount">The nodes of the ONNX graph.</param>
/// <param name="Opset">Its opset.</param>
/// <param name="Remarks">What was approximated or left alone, one sentence each.</param>
internal sealed record ConvertedFile(
    Action<string> Save, Action<Stream> WriteReport, int NodeCount, int Opset, IReadOnlyList<string> Remarks);
