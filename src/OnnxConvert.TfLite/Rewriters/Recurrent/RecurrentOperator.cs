using System.Collections.Immutable;
using System.Text;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Rewriters;

/// <summary>The operator that stands for a cell over a sequence.</summary>
internal static class RecurrentOperator
{
    /// <summary>What the operator gives.</summary>
    /// <param name="Outputs">The output of each step, (time, batch, units).</param>
    /// <param name="Hidden">The last output, (batch, units).</param>
    /// <param name="State">The last cell state of LSTM, (batch, units), or null.</param>
    internal sealed record Results(Value Outputs, Value Hidden, Value? State);

    /// <summary>Inserts the operator.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="weights">Its weights for input and output, gate by gate.</param>
    /// <param name="x">The sequence, (time, batch, n).</param>
    /// <param name="lengths">The number of steps for each element of the batch, int32, or null.</param>
    /// <param name="hidden">The output before the first step, (batch, units).</param>
    /// <param name="state">The cell state before the first step, for LSTM.</param>
    /// <param name="position">The node before which to insert.</param>
    /// <param name="context">Where to insert.</param>
    /// <returns>Null, and nothing is inserted, when the weights have several types.</returns>
    internal static Results? Insert(
        RecurrentCell cell, IReadOnlyList<(WeightBlock Input, WeightBlock State)> weights, Value x, Value? lengths, Value hidden, Value? state, Node position, RewriteContext context)
    {
        string name = position.Name;
        if (WeightBlock.Stack([.. weights.Select(gate => gate.Input)], $"{name}/W", position, context) is not { } w
            || WeightBlock.Stack([.. weights.Select(gate => gate.State)], $"{name}/R", position, context) is not { } r)
        {
            return null;
        }

        Node node = context.Insert(position, TfLiteOps.FusedDomain, cell.OpType, x, w, r, Bias(cell, name, context), lengths, Start(hidden), Start(state));
        node.Attributes.Set(new NodeAttribute("hidden_size", (long)cell.Units));
        node.Attributes.Set(new NodeAttribute("activations", [.. cell.Activations.Select(activation => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(activation.Name))]));
        // ONNX hands these out to the activations in turn, to those alone that take them.
        ImmutableArray<CellActivation> shaped = [.. cell.Activations.Where(activation => activation.Alpha != 0)];
        if (!shaped.IsEmpty)
        {
            node.Attributes.Set(new NodeAttribute("activation_alpha", [.. shaped.Select(activation => activation.Alpha)]));
            node.Attributes.Set(new NodeAttribute("activation_beta", [.. shaped.Select(activation => activation.Beta)]));
        }

        if (cell.IsResetAfter)
            node.Attributes.Set(new NodeAttribute("linear_before_reset", 1L));
        var last = new TensorType(ElementType.Float, hidden.Shape);
        Value outputs = node.AddOutput($"{name}/outputs", new TensorType(ElementType.Float, hidden.Shape is { } shape && x.Shape is { } sequence ? new Shape([sequence[0], .. shape]) : null));
        Value lastOutput = node.AddOutput($"{name}/last", last);
        return new Results(outputs, lastOutput, cell.State is null ? null : node.AddOutput($"{name}/state", last));
    }

    /// <summary>A state that is zero is what the operator starts with anyway.</summary>
    private static Value? Start(Value? state) => state.IsZero() ? null : state;

    /// <summary>The constants that go with the input, then those that go with the output, gate by gate, (1, 2 · gates · units); null when all are zero.</summary>
    private static Value? Bias(RecurrentCell cell, string name, RewriteContext context)
    {
        float[] ofInput = [.. cell.Gates.SelectMany(gate => gate.Sum.Constant)];
        float[] ofState = [.. cell.Gates.SelectMany(gate => gate.OfState?.Constant ?? new float[cell.Units])];
        float[] all = [.. ofInput, .. ofState];
        return all.AsSpan().ContainsAnyExcept(0f) ? context.Graph.AddInitializer($"{name}/B", TensorData.Create<float>(all, 1, all.Length)) : null;
    }
}
