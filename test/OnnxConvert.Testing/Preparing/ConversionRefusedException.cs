using OnnxConvert.Testing.Running;

namespace OnnxConvert.Testing.Preparing;

/// <summary>A documented refusal: <see cref="Stage"/> is Invalid, Unsupported or Check.</summary>
/// <param name="stage">Which kind of refusal.</param>
/// <param name="causes">Every cause, in words that are the same for every model that has it.</param>
/// <param name="inner">What the converter threw.</param>
public sealed class ConversionRefusedException(Stage stage, IReadOnlyList<string> causes, Exception? inner = null)
    : Exception(string.Join("; ", causes), inner)
{
    public Stage Stage { get; } = stage;

    public IReadOnlyList<string> Causes { get; } = causes;
}
