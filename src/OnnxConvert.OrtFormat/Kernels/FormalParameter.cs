namespace OnnxConvert.OrtFormat.Kernels;

/// <summary>A formal input or output, as far as the ORT format knows of it.</summary>
/// <param name="TypeName">The name under which kernels constrain its type: its type variable, or its own name where the type is fixed.</param>
/// <param name="IsVariadic">Whether it takes all values that remain.</param>
internal readonly record struct FormalParameter(string TypeName, bool IsVariadic);
