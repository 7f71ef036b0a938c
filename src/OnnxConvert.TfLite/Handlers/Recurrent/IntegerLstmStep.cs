using System.Collections.Immutable;
using OnnxConvert.Extensibility;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// One step of an LSTM cell of int8 as TFLite's kernel rounds it (LstmStepInteger8x8_16): states and gates are whole numbers,
/// held as float. The gates count in units of 2^-12, or of an intermediate tensor's scale before layer normalization; what
/// the input and the output state add to them is rounded apart. Sigmoid and tanh, which the kernel takes from tables that are
/// good to about 2^-15, are the functions themselves.
/// </summary>
internal sealed class IntegerLstmStep
{
    private const float GateUnit = 1f / 4096;
    private const float NormalizedUnit = 1f / 1024;
    private const int HiddenIntermediate = 4;

    private readonly LstmCell _cell;
    private readonly OpContext _op;
    private readonly float[] _units;
    private readonly QuantizationParameters _hidden;
    private readonly QuantizationParameters _output;
    private readonly QuantizationParameters _state;
    private readonly (float Min, float Max) _range;
    private readonly Value _recurrent;
    private readonly Value?[] _peepholes;
    private readonly (Value Coefficients, Value Bias, float Guard)?[] _normalizations;
    private readonly (Value Weights, Value? Bias)? _projection;

    /// <summary>Takes the weights into the graph around the step.</summary>
    internal IntegerLstmStep(LstmCell cell)
    {
        _cell = cell;
        _op = cell.Op;
        if (cell.Activation.OnnxName != "Tanh")
            throw _op.NotSupported("the integer kernel is defined for the fused activation TANH only");
        _output = Quantization(cell.OutputState);
        _state = Quantization(cell.CellState);
        _hidden = Intermediate(HiddenIntermediate);
        _range = _op.InputType(cell.OutputState) == ElementType.Int16 ? (short.MinValue, short.MaxValue) : (sbyte.MinValue, sbyte.MaxValue);
        _units = [.. Enumerable.Range(0, 4).Select(gate => cell.IsNormalized && cell.Gates.Contains(gate) ? Intermediate(gate).Scale : GateUnit)];
        _recurrent = _op.Stacked([.. cell.Gates.Select(cell.Recurrent)], [.. cell.Gates.Select(gate => _output.Scale / _units[gate])]);
        _peepholes = [.. Enumerable.Range(0, 4).Select(Peephole)];
        _normalizations = [.. Enumerable.Range(0, 4).Select(Normalization)];
        if (cell.HasProjection)
            _projection = Projection();
    }

    /// <summary>What the inputs add to the gates, (..., gates * cells).</summary>
    internal Value OfInput(Value x)
    {
        Value weights = _op.Stacked([.. _cell.Gates.Select(_cell.Weights)], [.. _cell.Gates.Select(gate => 1 / _units[gate])]);
        Value? bias = _cell.IsNormalized ? null : _op.Emit.Concat([.. _cell.Gates.Select(gate => Scaled(_cell.Bias(gate), BiasScale(gate)))], 0);
        return ToInt16(_op.Emit, _op.Emit.Round(_op.Products(x, weights, bias)));
    }

    /// <summary>The output state as a whole number without its zero point.</summary>
    internal Value Output() => WithoutZeroPoint(_cell.OutputState, _output);

    /// <summary>The cell state as a whole number.</summary>
    internal Value State() => WithoutZeroPoint(_cell.CellState, _state);

    /// <summary>Real numbers of output states.</summary>
    internal Value RealOutput(Value output) => _op.Emit.Mul(output, _op.Emit.Const(_output.Scale));

    /// <summary>Real numbers of cell states.</summary>
    internal Value RealState(Value state) => _op.Emit.Mul(state, _op.Emit.Const(_state.Scale));

    /// <summary>The states behind the step.</summary>
    internal (Value Output, Value State) Next(Emitter emit, Value ofInput, Value output, Value state)
    {
        Value recurrent = emit.Round(emit.Gemm(output, _recurrent, null, transB: true));
        IReadOnlyList<Value> sums = emit.Split(ToInt16(emit, emit.Add(ofInput, recurrent)), 1, [.. _cell.Gates.Select(_ => _cell.CellCount)]);

        Value forget = emit.Node("Sigmoid", [Sum(LstmCell.ForgetGate, state)]);
        Value input = _cell.IsCoupled ? emit.Sub(emit.Const(1f), forget) : emit.Node("Sigmoid", [Sum(LstmCell.InputGate, state)]);
        Value update = emit.Mul(emit.Node("Tanh", [Sum(LstmCell.CellGate, state)]), emit.Const(1 / _state.Scale));
        Value next = LimitState(emit, emit.Add(emit.Round(emit.Mul(forget, state)), emit.Round(emit.Mul(input, update))));
        Value gate = emit.Node("Sigmoid", [Sum(LstmCell.OutputGate, next)]);
        Value hidden = emit.Mul(gate, emit.Node("Tanh", [emit.Mul(next, emit.Const(_state.Scale))]));
        return (Project(emit, emit.Round(emit.Mul(hidden, emit.Const(1 / _hidden.Scale)))), next);

        Value Sum(int gate, Value seen)
        {
            Value sum = sums[Array.IndexOf(_cell.Gates, gate)];
            if (_peepholes[gate] is { } weights)
                sum = ToInt16(emit, emit.Add(sum, emit.Round(emit.Mul(seen, weights))));
            if (_normalizations[gate] is { } normalization)
                sum = Normalize(emit, sum, normalization.Coefficients, normalization.Bias, normalization.Guard);
            return emit.Mul(sum, emit.Const(GateUnit));
        }
    }

    private static Value ToInt16(Emitter emit, Value x) => emit.Clip(x, short.MinValue, short.MaxValue);

    private Value LimitState(Emitter emit, Value state)
    {
        float limit = _cell.CellClip > 0 ? MathF.Truncate(Math.Min(_cell.CellClip / _state.Scale, short.MaxValue)) : 0;
        return limit > 0 ? emit.Clip(state, -limit, limit) : ToInt16(emit, state);
    }

    /// <summary>The output state of what the cells give. The zero point of the tensor between them and a projection has, in the kernel, the other sign.</summary>
    private Value Project(Emitter emit, Value hidden)
    {
        if (_projection is not { } projection)
        {
            float offset = _hidden.ZeroPoint - _output.ZeroPoint;
            Value shifted = offset == 0 ? hidden : emit.Add(hidden, emit.Const(offset));
            return emit.Clip(shifted, _range.Min - _output.ZeroPoint, _range.Max - _output.ZeroPoint);
        }

        Value limited = emit.Clip(hidden, _range.Min + _hidden.ZeroPoint, _range.Max + _hidden.ZeroPoint);
        Value projected = emit.Gemm(limited, projection.Weights, projection.Bias, transB: true);
        // The kernel limits the stored numbers, zero point and all.
        float limit = _cell.ProjectionClip > 0 ? MathF.Truncate(Math.Min(_cell.ProjectionClip / _output.Scale, _range.Max)) : 0;
        (float min, float max) = limit > 0 ? (-limit, limit) : _range;
        return emit.Clip(emit.Round(projected), min - _output.ZeroPoint, max - _output.ZeroPoint);
    }

    /// <summary>A gate in units of 2^-12. Where all cells are alike but for rounding, the kernel puts another variance in place.</summary>
    private static Value Normalize(Emitter emit, Value x, Value coefficients, Value bias, float guard)
    {
        Value centred = emit.Sub(x, emit.Reduce("ReduceMean", x, [1], keepDims: true));
        Value variance = emit.Reduce("ReduceMean", emit.Mul(centred, centred), [1], keepDims: true);
        Value guarded = emit.Where(emit.Compare("Less", variance, emit.Const(1f)), emit.Const(guard), variance);
        Value scaled = emit.Add(emit.Mul(emit.Div(centred, emit.Node("Sqrt", [guarded])), coefficients), bias);
        return ToInt16(emit, emit.Round(scaled));
    }

    private (Value Coefficients, Value Bias, float Guard)? Normalization(int gate)
    {
        if (!_cell.IsNormalized || !_cell.Gates.Contains(gate))
            return null;
        float scale = Quantization(_cell.Normalization(gate)).Scale;
        Value coefficients = Scaled(_cell.Normalization(gate), scale / GateUnit);
        return (coefficients, Scaled(_cell.Bias(gate), scale * NormalizedUnit / GateUnit), Math.Max(1, MathF.Truncate(10000 * scale)));
    }

    private Value? Peephole(int gate) => gate != LstmCell.CellGate && _cell.Gates.Contains(gate) && _cell.Has(_cell.Peephole(gate))
        ? Scaled(_cell.Peephole(gate), Quantization(_cell.Peephole(gate)).Scale * _state.Scale / _units[gate])
        : null;

    private (Value Weights, Value? Bias) Projection()
    {
        float scale = _hidden.Scale / _output.Scale;
        Value weights = _op.Stacked([_cell.Projection], [scale]);
        return (weights, _cell.Has(_cell.ProjectionBias) ? Scaled(_cell.ProjectionBias, Quantization(_cell.Projection).Scale * scale) : null);
    }

    private float BiasScale(int gate) => Quantization(0).Scale * Quantization(_cell.Weights(gate)).Scale / _units[gate];

    /// <summary>The bare integers of an input times a number.</summary>
    private Value Scaled(int input, float scale) => _op.Emit.Mul(_op.Emit.Cast(_op.Declared(input), ElementType.Float), _op.Emit.Const(scale));

    private Value WithoutZeroPoint(int input, QuantizationParameters parameters)
    {
        Value integers = _op.Emit.Cast(_op.Declared(input), ElementType.Float);
        return parameters.ZeroPoint == 0 ? integers : _op.Emit.Sub(integers, _op.Emit.Const((float)parameters.ZeroPoint));
    }

    private QuantizationParameters Quantization(int input) => _op.Input(input).Quantization
        ?? throw _op.NotSupported("the tensor must have a scale", _op.Input(input));

    private QuantizationParameters Intermediate(int index)
    {
        ImmutableArray<float> scales = _op.Node.Attributes.Floats("intermediates.scale");
        ImmutableArray<long> zeroPoints = _op.Node.Attributes.Ints("intermediates.zero_point");
        return scales.Length == HiddenIntermediate + 1 && scales[index] > 0
            ? new QuantizationParameters(scales[index], zeroPoints[index])
            : throw _op.NotSupported("an LSTM of int8 needs five intermediate tensors with scales, as current converters write it; the form with twelve is not known");
    }
}
