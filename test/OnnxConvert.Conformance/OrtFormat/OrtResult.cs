
namespace OnnxConvert.Conformance.OrtFormat;

/// <summary>What became of one model on its ways through the ORT format.</summary>
/// <param name="Name">The model.</param>
/// <param name="Stage">How far it came.</param>
internal sealed record OrtResult(string Name, Stage Stage)
{
    /// <summary>What went wrong, or why there was nothing to do; null for a pass.</summary>
    public string? Error { get; init; }

    /// <summary>The length of our .ort file in bytes, and of ONNX Runtime's.</summary>
    public (long Ours, long Theirs) Sizes { get; init; }

    public CaseResult ToCaseResult() => new(Name, Stage) { Error = Error };
}
