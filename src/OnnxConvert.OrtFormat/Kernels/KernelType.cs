using System.Collections.Immutable;

namespace OnnxConvert.OrtFormat.Kernels;

/// <summary>One name by which kernels constrain types, and the inputs and outputs of the operator that have that type.</summary>
/// <param name="Name">The type variable of the operator's definition, as <c>T</c>; the parameter's own name where its type is fixed.</param>
/// <param name="Arguments">The formal inputs, then the formal outputs, of that type.</param>
public sealed record KernelType(string Name, ImmutableArray<KernelArgument> Arguments);
