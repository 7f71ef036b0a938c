using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Schema;
using FlatModel = OnnxConvert.TfLite.Schema.Model;

namespace OnnxConvert.TfLite.Reading;

/// <summary>The entry points of a model, with their names bound to values.</summary>
internal static class SignatureReader
{
    /// <exception cref="InvalidModelException">A signature refers to a subgraph or tensor that does not exist or takes no part.</exception>
    public static ImmutableArray<TfLiteSignature> Read(FlatModel model, SubgraphBuilder[] subgraphs)
    {
        var signatures = ImmutableArray.CreateBuilder<TfLiteSignature>(model.SignatureDefsLength);
        for (int i = 0; i < model.SignatureDefsLength; i++)
        {
            var source = model.SignatureDefs(i)!.Value;
            string place = $"Signature {i} '{source.SignatureKey}'";
            if (source.SubgraphIndex >= subgraphs.Length)
                throw new InvalidModelException($"{place} refers to subgraph {source.SubgraphIndex}; the model has {subgraphs.Length} subgraphs.");

            var subgraph = subgraphs[source.SubgraphIndex];
            signatures.Add(new TfLiteSignature(
                source.SignatureKey ?? "",
                (int)source.SubgraphIndex,
                Names(source.InputsLength, source.Inputs, subgraph.InputOf, subgraph, $"{place}, input"),
                Names(source.OutputsLength, source.Outputs, subgraph.ValueOf, subgraph, $"{place}, output")));
        }

        return signatures.MoveToImmutable();
    }

    private static ImmutableArray<KeyValuePair<string, Value>> Names(int count, Func<int, TensorMap?> entry, Func<int, Value?> value, SubgraphBuilder subgraph, string place)
    {
        var names = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>(count);
        for (int i = 0; i < count; i++)
        {
            var source = entry(i)!.Value;
            if (source.TensorIndex >= subgraph.Tensors.Length)
                throw new InvalidModelException($"{place} {i} '{source.Name}' is tensor {source.TensorIndex}; its subgraph has {subgraph.Tensors.Length} tensors.");
            var bound = value((int)source.TensorIndex)
                ?? throw new InvalidModelException($"{place} {i} '{source.Name}' is {subgraph.Tensors[source.TensorIndex].Place}, which is none of its subgraph's.");
            names.Add(KeyValuePair.Create(source.Name ?? "", bound));
        }

        return names.MoveToImmutable();
    }
}
