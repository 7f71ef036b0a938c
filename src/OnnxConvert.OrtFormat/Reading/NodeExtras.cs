using System.Collections.Immutable;

namespace OnnxConvert.OrtFormat.Reading;

/// <summary>What an ORT file says of a node beyond <see cref="Ir.Node"/>.</summary>
/// <param name="SinceVersion">The opset version of the operator's definition.</param>
/// <param name="Provider">The execution provider that the node was assigned to.</param>
/// <param name="InputCounts">How many inputs each formal input of the operator takes.</param>
internal sealed record NodeExtras(int SinceVersion, string Provider, ImmutableArray<int> InputCounts);
