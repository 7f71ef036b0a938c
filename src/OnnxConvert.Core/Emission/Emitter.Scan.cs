using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>
    /// Writes one step of a <see cref="Scan"/>. The emitter is that of the graph inside; values of the graph around it can be
    /// read as well. It is given the states before the step and the elements of the sequences, and returns the states behind
    /// the step and its results.
    /// </summary>
    public delegate (Value[] States, Value[] Results) ScanStep(Emitter emit, Value[] states, Value[] elements);

    /// <summary>Repeats a step along the first dimension of tensors.</summary>
    /// <param name="states">What the first step starts from; the shapes stay the same from step to step.</param>
    /// <param name="sequences">Tensors of one length in their first dimension, which the elements do not have.</param>
    /// <param name="isReverse">Whether the last element comes first. Results stand where their element stood either way.</param>
    /// <param name="step">Writes the step.</param>
    /// <returns>The states behind the last step, and the results stacked along a new first dimension.</returns>
    public (Value[] States, Value[] Results) Scan(IReadOnlyList<Value> states, IReadOnlyList<Value> sequences, bool isReverse, ScanStep step)
    {
        Emitter inner = Inside(new Graph("step"));
        inner.Added = Added;
        Value[] before = [.. states.Select(state => inner.AddInput("state", state.Type))];
        Value[] elements = [.. sequences.Select(sequence => inner.AddInput("element", ElementOf(sequence)))];
        (Value[] after, Value[] results) = step(inner, before, elements);
        foreach (Value value in (ReadOnlySpan<Value>)[.. after, .. results])
            inner.AddInnerOutput(value);

        List<NodeAttribute> attributes = [new("body", inner.Graph), new("num_scan_inputs", (long)elements.Length)];
        if (isReverse)
        {
            attributes.Add(new NodeAttribute("scan_input_directions", Ones(elements.Length)));
            attributes.Add(new NodeAttribute("scan_output_directions", Ones(results.Length)));
        }

        IReadOnlyList<Value> outputs = Nodes("Scan", after.Length + results.Length, [.. states, .. sequences], [.. attributes]);
        return ([.. outputs.Take(after.Length)], [.. outputs.Skip(after.Length)]);
    }

    private static TensorType ElementOf(Value sequence) => new(sequence.ElementType, sequence.Shape is { } shape ? new Shape(shape.Skip(1)) : null);

    private static ImmutableArray<long> Ones(int count) => [.. Enumerable.Repeat(1L, count)];
}
