using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// One step of an LSTM cell written out, in real numbers. What the input adds to the gates does not depend on the states and
/// is computed for all steps at once.
/// </summary>
internal sealed class LstmStep
{
    private const float VarianceGuard = 1e-8f;

    private readonly LstmCell _cell;
    private readonly Value _recurrent;
    private readonly Value?[] _peepholes;
    private readonly (Value Coefficients, Value Bias)?[] _normalizations;
    private readonly LstmLimits _limits;
    private readonly Value? _projection;
    private readonly Value? _projectionBias;

    /// <summary>Takes the weights into the graph around the step.</summary>
    internal LstmStep(LstmCell cell)
    {
        OpContext op = cell.Op;
        _cell = cell;
        _limits = LstmLimits.Of(cell);
        _recurrent = op.Stacked([.. cell.Gates.Select(cell.Recurrent)]);
        _peepholes = [.. Enumerable.Range(0, 4).Select(gate => gate == LstmCell.CellGate || !cell.Gates.Contains(gate) ? null : cell.PeepholeWeights(gate))];
        _normalizations = [.. Enumerable.Range(0, 4).Select(Normalization)];
        _projection = cell.HasProjection ? op.Stacked([cell.Projection]) : null;
        _projectionBias = cell.HasProjection ? cell.RealProjectionBias() : null;
    }

    /// <summary>What the inputs add to the gates, (..., gates * cells).</summary>
    internal Value OfInput(Value x, Value? auxiliary)
    {
        OpContext op = _cell.Op;
        Value? bias = _cell.IsNormalized ? null : op.Emit.Concat([.. _cell.Gates.Select(_cell.RealBias)], 0);
        Value sum = op.Products(x, op.Stacked([.. _cell.Gates.Select(_cell.Weights)]), bias);
        return auxiliary is null
            ? sum
            : op.Emit.Add(sum, op.Products(auxiliary, op.Stacked([.. _cell.Gates.Select(_cell.Auxiliary)]), null));
    }

    /// <summary>The states behind the step.</summary>
    /// <param name="emit">Writes the nodes.</param>
    /// <param name="ofInput">What the input adds to the gates.</param>
    /// <param name="output">The output state.</param>
    /// <param name="state">The cell state.</param>
    internal (Value Output, Value State) Next(Emitter emit, Value ofInput, Value output, Value state)
    {
        OpContext op = _cell.Op;
        Value joined = _cell.IsDiagonal
            ? emit.Add(ofInput, emit.Mul(emit.Concat([.. _cell.Gates.Select(_ => output)], 1), _recurrent))
            : emit.Gemm(output, _recurrent, ofInput, transB: true);
        IReadOnlyList<Value> sums = emit.Split(joined, 1, [.. _cell.Gates.Select(_ => _cell.CellCount)]);

        Value forget = emit.Node("Sigmoid", [Sum(LstmCell.ForgetGate, state)]);
        Value input = _cell.IsCoupled ? emit.Sub(emit.Const(1f), forget) : emit.Node("Sigmoid", [Sum(LstmCell.InputGate, state)]);
        Value update = _cell.Activation.Apply(op, emit, Sum(LstmCell.CellGate, state));
        Value next = emit.Clip(emit.Add(emit.Mul(forget, state), emit.Mul(input, update)), _limits.State);
        Value gate = emit.Node("Sigmoid", [Sum(LstmCell.OutputGate, next)]);
        return (Project(emit, emit.Mul(gate, _cell.Activation.Apply(op, emit, next))), next);

        Value Sum(int gate, Value seen)
        {
            Value sum = sums[Array.IndexOf(_cell.Gates, gate)];
            if (_peepholes[gate] is { } weights)
                sum = emit.Add(sum, emit.Mul(seen, weights));
            return _normalizations[gate] is { } normalization ? Normalize(emit, sum, normalization.Coefficients, normalization.Bias) : sum;
        }
    }

    private (Value Coefficients, Value Bias)? Normalization(int gate) => _cell.IsNormalized && _cell.Gates.Contains(gate)
        ? (_cell.Op.Real(_cell.Normalization(gate)), _cell.RealBias(gate))
        : null;

    private static Value Normalize(Emitter emit, Value x, Value coefficients, Value bias)
    {
        Value centred = emit.Sub(x, emit.Reduce("ReduceMean", x, [1], keepDims: true));
        Value variance = emit.Reduce("ReduceMean", emit.Mul(centred, centred), [1], keepDims: true);
        Value deviation = emit.Node("Sqrt", [emit.Add(variance, emit.Const(VarianceGuard))]);
        return emit.Add(emit.Mul(emit.Div(centred, deviation), coefficients), bias);
    }

    private Value Project(Emitter emit, Value output) => emit.Clip(
        _projection is null ? output : emit.Gemm(emit.Clip(output, _limits.Hidden), _projection, _projectionBias, transB: true),
        _limits.Output);
}
