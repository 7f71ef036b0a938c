using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Where the values of a ragged tensor stand in the dense one that holds it.</summary>
internal static class RaggedIndices
{
    /// <summary>An index for each value, (values, levels + 1).</summary>
    /// <param name="emit">The emitter.</param>
    /// <param name="levels">The levels, the outermost first.</param>
    internal static Value Of(Emitter emit, IReadOnlyList<RaggedRows> levels)
    {
        // From outside in: the elements of a row share its index, and add their place.
        Value indices = emit.Unsqueeze(emit.Indices(emit.Length(levels[0].Starts, 0)), 1);
        foreach (RaggedRows level in levels)
            indices = emit.Concat([emit.Gather(indices, level.RowOf, 0), emit.Unsqueeze(level.PlaceOf, 1)], 1);
        return indices;
    }
}
