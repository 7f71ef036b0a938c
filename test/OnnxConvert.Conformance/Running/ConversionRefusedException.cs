namespace OnnxConvert.Conformance.Running;

/// <summary>A documented refusal: <see cref="Stage"/> is Invalid, Unsupported or Check.</summary>
internal sealed class ConversionRefusedException(Stage stage, string message, Exception? inner = null)
    : Exception(message, inner)
{
    public Stage Stage { get; } = stage;
}
