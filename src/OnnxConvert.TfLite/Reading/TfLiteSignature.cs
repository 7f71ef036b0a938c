using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite;

/// <summary>An entry point of a model: a subgraph with names for its inputs and outputs.</summary>
/// <param name="Key">The name of the entry point.</param>
/// <param name="Subgraph">The index of the subgraph among <see cref="TfLiteModel.Subgraphs"/>.</param>
/// <param name="Inputs">Name and value of each input, in the order of the file.</param>
/// <param name="Outputs">Name and value of each output, in the order of the file.</param>
public sealed record TfLiteSignature(
    string Key,
    int Subgraph,
    ImmutableArray<KeyValuePair<string, Value>> Inputs,
    ImmutableArray<KeyValuePair<string, Value>> Outputs);
