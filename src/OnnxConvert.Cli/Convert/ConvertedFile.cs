using OnnxConvert.OrtFormat;

namespace OnnxConvert.Cli.Convert;

/// <summary>A finished conversion that is not written yet. Disposing it lets the files go that its model is a view of.</summary>
/// <param name="Save">Writes the model file as a whole, replacing one that is there; leaves nothing behind when it fails.</param>
/// <param name="WriteReport">Writes the report as JSON; null for a conversion that has none.</param>
/// <param name="NodeCount">The nodes of the graph.</param>
/// <param name="Opset">Its opset.</param>
/// <param name="Remarks">What was approximated or left alone, one sentence each.</param>
/// <param name="Model">The model.</param>
internal sealed record ConvertedFile(
    Action<string> Save, Action<Stream>? WriteReport, int NodeCount, int Opset, IReadOnlyList<string> Remarks, IDisposable? Model = null) : IDisposable
{
    /// <summary>Adds the operators and types of an .ort model to those of others; null for other formats.</summary>
    public Action<OperatorUsage>? AddUsage { get; init; }

    public void Dispose() => Model?.Dispose();
}
