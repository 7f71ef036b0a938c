using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>What a cell makes of a sequence.</summary>
/// <param name="Outputs">The output of each step, (time, batch, n).</param>
/// <param name="Output">The output state behind the last step, (batch, n).</param>
/// <param name="State">The cell state behind the last step, (batch, cells).</param>
internal sealed record LstmResult(Value Outputs, Value Output, Value State);
