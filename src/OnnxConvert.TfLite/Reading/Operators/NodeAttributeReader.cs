using System.Collections.Immutable;
using OnnxConvert.Ir;
using OnnxConvert.TfLite.Schema;

namespace OnnxConvert.TfLite.Reading;

/// <summary>Everything about an operator beyond its tensors, as attributes of its node.</summary>
internal static class NodeAttributeReader
{
    /// <exception cref="InvalidModelException">Custom options lie outside the file, or are broken.</exception>
    public static void Read(SourceOperator op, Node node, SourceTensor[] tensors, TfLiteFile file)
    {
        var to = new OptionAttributes(node.Attributes);
        OperatorOptions.Read(op.Source, to);
        OperatorOptions.Read2(op.Source, to);
        if (CustomOptions(op, file) is { } bytes && !NodeDefReader.TryRead(op.Name.OpType, bytes, node.Attributes))
            node.Attributes.Set(new NodeAttribute("custom_options", bytes));
        if (op.Intermediates.Length > 0)
            SetIntermediates(op, node, tensors);
    }

    private static ReadOnlyMemory<byte>? CustomOptions(SourceOperator op, TfLiteFile file)
    {
        if (op.Source.LargeCustomOptionsOffset > 1)
            return file.Slice(op.Source.LargeCustomOptionsOffset, op.Source.LargeCustomOptionsSize, $"The custom options of {op.Place}");
        if (op.Source.GetCustomOptionsBytes() is { } bytes)
            return file.View(bytes);
        return null;
    }

    // Intermediate tensors exist for their quantization only: an integer LSTM rounds its gates by it. A scale of 0 stands
    // for a tensor that is left out or not quantized.
    private static void SetIntermediates(SourceOperator op, Node node, SourceTensor[] tensors)
    {
        var quantization = op.Intermediates.Select(i => i < 0 ? null : tensors[i].Quantization).ToArray();
        node.Attributes.Set(new NodeAttribute("intermediates.scale", quantization.Select(q => q?.Scale ?? 0).ToImmutableArray()));
        node.Attributes.Set(new NodeAttribute("intermediates.zero_point", quantization.Select(q => q?.ZeroPoint ?? 0).ToImmutableArray()));
    }
}
