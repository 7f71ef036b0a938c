namespace OnnxConvert.OrtFormat.Kernels;

/// <summary>A formal parameter of an operator.</summary>
/// <param name="IsOutput">Whether it is an output, else an input.</param>
/// <param name="Index">Its position among the formal inputs or outputs.</param>
public readonly record struct KernelArgument(bool IsOutput, int Index);
