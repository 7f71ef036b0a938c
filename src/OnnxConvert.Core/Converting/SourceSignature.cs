using System.Collections.Immutable;

namespace OnnxConvert.Converting;

/// <summary>An entry point of a source model: one of its graphs, with names for its inputs and outputs.</summary>
/// <param name="Key">The name of the entry point.</param>
/// <param name="Graph">The index of the graph among <see cref="SourceModel.Subgraphs"/>.</param>
/// <param name="Inputs">The name of each input, and of the tensor that it stands for.</param>
/// <param name="Outputs">The name of each output, and of the tensor that it stands for.</param>
public sealed record SourceSignature(
    string Key,
    int Graph,
    ImmutableArray<KeyValuePair<string, string>> Inputs,
    ImmutableArray<KeyValuePair<string, string>> Outputs);
