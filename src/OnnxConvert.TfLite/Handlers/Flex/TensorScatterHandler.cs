using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>Combines slices of a tensor with updates. Inputs tensor, indices (..., k), updates (..., sizes behind the first k).</summary>
/// <param name="reduction">How they are combined, as ScatterND names it.</param>
internal abstract class TensorScatterHandler(string reduction) : IOpHandler
{
    public void Convert(OpContext op) =>
        op.DeclaredResult(0, op.Emit.ScatterND(op.Declared(0), op.Declared(1), Updates(op), reduction));

    /// <summary>The updates in the form in which they are combined.</summary>
    protected virtual Value Updates(OpContext op) => op.Declared(2);
}
