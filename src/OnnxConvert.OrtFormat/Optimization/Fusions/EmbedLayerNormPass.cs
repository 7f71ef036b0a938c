using OnnxConvert.Emission;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// With Gathers from tables: words + positions + segments, or words + positions, in this order → LayerNormalization before an
/// Attention → EmbedLayerNormalization. The positions are 0, 1, … along the second dimension of the word ids, and nobody else reads
/// what is between. (EmbedLayerNormFusion)
/// </summary>
internal sealed class EmbedLayerNormPass : NodeOptimizer
{
    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!node.Is("LayerNormalization") || node.Outputs.Skip(1).Any(output => !output.IsUnused) || node.Attributes.Int("axis", -1) is not (-1 or 2)
            || !node.Outputs[0].Uses.Any(use => use.Node.IsMicrosoft("Attention")) || node.SoleProducer(0, "Add") is not { } last)
        {
            return false;
        }

        Node? first = last.SoleProducer(0, "Add");
        Node sum = first ?? last;
        if (Lookup(sum, 0) is not { } words || Lookup(sum, 1) is not { } positions || words.Inputs[1] is not { } ids || !CountsColumns(positions, ids, context.Opset)
            || (first is null ? null : Lookup(last, 1)) is var segments && first is not null && segments is null)
        {
            return false;
        }

        Value? kinds = segments?.Inputs[1];
        Dimension width = words.Inputs[0]!.Shape![1];
        if (!IsIds(ids) || (kinds is not null && !(IsIds(kinds) && HasSameSizes(kinds, ids)))
            || !IsOfWidth(positions.Inputs[0]!, width) || (segments is not null && !IsOfWidth(segments.Inputs[0]!, width)) || !IsVector(node.Input(1), width) || !IsVector(node.Input(2), width))
        {
            return false;
        }

        Node fused = Fusion.Replace(
            node.Outputs[0], "EmbedLayerNormalization", MicrosoftOperators.Domain,
            [Int32Cast.Of(ids), kinds is null ? null : Int32Cast.Of(kinds), words.Inputs[0], positions.Inputs[0], segments?.Inputs[0], node.Inputs[1], node.Inputs[2]], node, last, sum, words, positions);
        if (segments is not null)
            Fusion.RemoveUnread(segments);
        fused.Outputs[0].Type = new TensorType(ElementType.Float, new Shape([ids.Shape![0], ids.Shape[1], width]));
        fused.AddOutput("mask_index", new TensorType(ElementType.Int32, new Shape([ids.Shape[0]])));
        fused.Attributes.Set(new NodeAttribute("epsilon", node.Attributes.Float("epsilon", 1e-5f)));
        return true;
    }

    /// <summary>The Gather of rows of a table of floats.</summary>
    private static Node? Lookup(Node sum, int input) =>
        sum.SoleProducer(input, "Gather") is { } gather && gather.Attributes.Int("axis") == 0
        && gather.Inputs[0] is { ElementType: ElementType.Float, Shape: { Rank: 2 } table } && table[1].IsStatic ? gather : null;

    private static bool IsIds(Value value) => value is { ElementType: ElementType.Int32 or ElementType.Int64, Shape.Rank: 2 };

    private static bool HasSameSizes(Value a, Value b) => !a.Shape![0].IsUnknown && !a.Shape[1].IsUnknown && a.Shape.Equals(b.Shape);

    private static bool IsOfWidth(Value table, Dimension width) => table.Shape![1] == width;

    private static bool IsVector(Value? value, Dimension width) => value?.Shape is { Rank: 1 } shape && shape[0] == width;

    /// <summary>Whether indices are the numbers of the columns of <paramref name="ids"/>, expanded to all of its rows.</summary>
    private static bool CountsColumns(Node gather, Value ids, int opset)
    {
        if (gather.SoleProducer(1, "Expand") is not { } expand || expand.SoleProducer(0, "Unsqueeze") is not { } row || Axis(row, opset) != 0)
            return false;
        bool joins = JoinsSizes(expand, ids, opset);
        if (!joins && !IsShape(expand.Producer(1, "Shape"), ids))
            return false;
        // The number of columns is read here, and once more where the sizes are joined.
        int readers = joins ? 2 : 1;
        return row.SoleProducer(0, "Range") is { } range
            ? Integer(range.Inputs[0]) == 0 && Integer(range.Inputs[2]) == 1 && IsSize(range, 1, ids, 1, readers)
            : CountsByNonZero(row, ids, opset, readers);
    }

    /// <summary>Whether the shape to expand to is a Concat of the two sizes.</summary>
    private static bool JoinsSizes(Node expand, Value ids, int opset) =>
        expand.SoleProducer(1, "Concat") is { Inputs.Count: 2 } sizes
        && sizes.SoleProducer(0, "Unsqueeze") is { } rows && Axis(rows, opset) == 0 && IsSize(rows, 0, ids, 0, 1)
        && sizes.SoleProducer(1, "Unsqueeze") is { } columns && Axis(columns, opset) == 0 && IsSize(columns, 0, ids, 1, 2);

    /// <summary>The same before Range was an operator: the places of as many ones, which NonZero gives as a row, and exporters transpose.</summary>
    private static bool CountsByNonZero(Node row, Value ids, int opset, int readers) =>
        row.SoleProducer(0, "Squeeze") is { } squeeze && squeeze.SoleProducer(0, "Transpose") is var transpose && Axis(squeeze, opset) == (transpose is null ? 0 : 1)
        && (transpose ?? squeeze).SoleProducer(0, "NonZero") is { } places && places.SoleProducer(0, "ConstantOfShape") is { } ones
        && ones.Attributes.Find("value")?.Tensor is { } one && Elements.AreAll(one, 1) && ones.SoleProducer(0, "Unsqueeze") is { } count && Axis(count, opset) == 0 && IsSize(count, 0, ids, 1, readers);

    private static bool IsSize(Node reader, int input, Value ids, long place, int readers) =>
        reader.Producer(input, "Gather") is { } size && !size.Outputs[0].IsGraphOutput && size.Outputs[0].Uses.Count == readers
        && Integer(size.Inputs[1]) == place && IsShape(size.Producer(0, "Shape"), ids);

    /// <summary>ONNX Runtime wants a Shape that few read.</summary>
    private static bool IsShape(Node? shape, Value ids) =>
        shape is not null && ReferenceEquals(shape.Inputs[0], ids) && !shape.Attributes.Contains("start") && !shape.Attributes.Contains("end") && shape.Outputs[0].Uses.Count is 1 or 2 or 4;

    private static long? Axis(Node node, int opset) =>
        opset < 13 ? node.Attributes.Ints("axes") is [var axis] ? axis : null : Integer(node.Input(1));

    private static long? Integer(Value? value) => value?.Constant is { ElementType: ElementType.Int32 or ElementType.Int64, ElementCount: 1 } data ? Numbers.ToInt64(data)[0] : null;
}
