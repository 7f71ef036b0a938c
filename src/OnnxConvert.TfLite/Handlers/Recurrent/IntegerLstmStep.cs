using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// One step of an LSTM cell of int8 as TFLite's kernel computes it (LstmStepInteger8x8_16). All numbers are whole ones, held as
/// float: sums of gates in units of 2^-12, or of an intermediate tensor's scale before layer normalization; gates in units of
/// 2^-15; states in units of their scales, without the zero point. What the input and the output state add to a gate is
/// rounded apart.
/// </summary>
internal sealed class IntegerLstmStep : IIntegerLstmStep
{
    private const float GateOne = 32768;

    private readonly LstmCell _cell;
    private readonly OpContext _op;
    private readonly IntegerLstmScales _scales;
    private readonly (Value Weights, float[] Multipliers) _recurrent;
    private readonly Value?[] _peepholes;
    private readonly (Value Coefficients, Value Bias, float Guard)?[] _normalizations;
    private readonly (Value Weights, Value? Bias)? _projection;

    /// <summary>Takes the weights into the graph around the step.</summary>
    internal IntegerLstmStep(LstmCell cell)
    {
        _cell = cell;
        _op = cell.Op;
        _scales = new IntegerLstmScales(cell);
        _recurrent = (Integers(cell.Recurrent), PerGate(gate => _scales.Output.Scale * _scales.Of(cell.Recurrent(gate)).Scale / _scales.Unit(gate)));
        _peepholes = [.. Enumerable.Range(0, 4).Select(Peephole)];
        _normalizations = [.. Enumerable.Range(0, 4).Select(Normalization)];
        if (cell.HasProjection)
            _projection = (_op.StackedIntegers([cell.Projection]), cell.Has(cell.ProjectionBias) ? Float(cell.ProjectionBias) : null);
    }

    public Value OfInput(Value x)
    {
        Emitter emit = _op.Emit;
        Value? bias = _cell.IsNormalized ? null : emit.Concat([.. _cell.Gates.Select(gate => Float(_cell.Bias(gate)))], 0);
        Value sum = _op.Products(x, Integers(_cell.Weights), bias);
        return ToInt16(emit, TwiceRounded.Product(_op, emit, sum, PerGate(gate => _scales.Input.Scale * _scales.Of(_cell.Weights(gate)).Scale / _scales.Unit(gate))));
    }

    public (Value Output, Value State) Next(Emitter emit, Value ofInput, Value output, Value state)
    {
        Value recurrent = TwiceRounded.Product(_op, emit, emit.Gemm(output, _recurrent.Weights, null, transB: true), _recurrent.Multipliers);
        IReadOnlyList<Value> sums = emit.Split(ToInt16(emit, emit.Add(ofInput, recurrent)), 1, [.. _cell.Gates.Select(_ => _cell.CellCount)]);

        Value forget = LstmTables.Sigmoid(_op, emit, Sum(LstmCell.ForgetGate, state));
        Value input = _cell.IsCoupled ? emit.Sub(emit.Const(GateOne - 1), forget) : LstmTables.Sigmoid(_op, emit, Sum(LstmCell.InputGate, state));
        Value update = LstmTables.Tanh(_op, emit, Sum(LstmCell.CellGate, state), 3);
        Value kept = Scaled(emit, emit.Mul(forget, state), emit.Const(1 / GateOne));
        Value added = Scaled(emit, emit.Mul(input, update), emit.Const(1 / (GateOne * GateOne * _scales.State.Scale)));
        Value next = LimitState(emit, emit.Add(kept, added));
        Value gate = LstmTables.Sigmoid(_op, emit, Sum(LstmCell.OutputGate, next));
        Value hidden = emit.Mul(gate, LstmTables.Tanh(_op, emit, next, _scales.StateIntegerBits));
        return (Project(emit, Scaled(emit, hidden, emit.Const(1 / (GateOne * GateOne * _scales.Hidden.Scale)))), next);

        Value Sum(int gate, Value seen)
        {
            Value sum = sums[Array.IndexOf(_cell.Gates, gate)];
            if (_peepholes[gate] is { } weights)
                sum = ToInt16(emit, emit.Add(sum, emit.Round(emit.Mul(seen, weights))));
            return _normalizations[gate] is { } normalization
                ? Normalize(emit, sum, normalization.Coefficients, normalization.Bias, normalization.Guard)
                : sum;
        }
    }

    private static Value Scaled(Emitter emit, Value x, Value scale) => emit.Round(emit.Mul(x, scale));

    private static Value ToInt16(Emitter emit, Value x) => emit.Clip(x, short.MinValue, short.MaxValue);

    /// <summary>A gate in units of 2^-12. Where all cells are alike but for rounding, the kernel puts another variance in place.</summary>
    private static Value Normalize(Emitter emit, Value x, Value coefficients, Value bias, float guard)
    {
        Value centred = emit.Sub(x, emit.Reduce("ReduceMean", x, [1], keepDims: true));
        Value variance = emit.Reduce("ReduceMean", emit.Mul(centred, centred), [1], keepDims: true);
        Value guarded = emit.Where(emit.Compare("Less", variance, emit.Const(1f)), emit.Const(guard), variance);
        Value normalized = emit.Add(emit.Mul(emit.Div(centred, emit.Node("Sqrt", [guarded])), coefficients), bias);
        return ToInt16(emit, emit.Round(normalized));
    }

    private Value LimitState(Emitter emit, Value state)
    {
        float limit = _cell.CellClip > 0 ? MathF.Truncate(Math.Min(_cell.CellClip / _scales.State.Scale, short.MaxValue)) : 0;
        return limit > 0 ? emit.Clip(state, -limit, limit) : ToInt16(emit, state);
    }

    /// <summary>The output state of what the cells give. The zero point of the tensor between them and a projection has, in the kernel, the other sign.</summary>
    private Value Project(Emitter emit, Value hidden)
    {
        float zeroPoint = _scales.Output.ZeroPoint;
        if (_projection is not { } projection)
        {
            float offset = _scales.Hidden.ZeroPoint - zeroPoint;
            Value shifted = offset == 0 ? hidden : emit.Add(hidden, emit.Const(offset));
            return emit.Clip(shifted, sbyte.MinValue - zeroPoint, sbyte.MaxValue - zeroPoint);
        }

        Value limited = emit.Clip(hidden, sbyte.MinValue + _scales.Hidden.ZeroPoint, sbyte.MaxValue + _scales.Hidden.ZeroPoint);
        Value sum = emit.Gemm(limited, projection.Weights, projection.Bias, transB: true);
        Value projected = TwiceRounded.Product(_op, emit, sum, [_scales.Of(_cell.Projection).Scale * _scales.Hidden.Scale / _scales.Output.Scale]);
        // The kernel limits the stored numbers, zero point and all.
        float limit = _cell.ProjectionClip > 0 ? MathF.Truncate(Math.Min(_cell.ProjectionClip / _scales.Output.Scale, sbyte.MaxValue)) : 0;
        (float min, float max) = limit > 0 ? (-limit, limit) : (sbyte.MinValue, sbyte.MaxValue);
        return emit.Clip(projected, min - zeroPoint, max - zeroPoint);
    }

    private (Value Coefficients, Value Bias, float Guard)? Normalization(int gate)
    {
        if (!_cell.IsNormalized || !_cell.Gates.Contains(gate))
            return null;
        // The bias counts in units of 2^-10 of the coefficients' scale.
        float scale = _scales.Of(_cell.Normalization(gate)).Scale;
        Emitter emit = _op.Emit;
        Value coefficients = emit.Mul(Float(_cell.Normalization(gate)), emit.Const(scale * 4096));
        return (coefficients, emit.Mul(Float(_cell.Bias(gate)), emit.Const(scale * 4)), Math.Max(1, MathF.Truncate(10000 * scale)));
    }

    private Value? Peephole(int gate) => gate != LstmCell.CellGate && _cell.Gates.Contains(gate) && _cell.Has(_cell.Peephole(gate))
        ? _op.Emit.Mul(Float(_cell.Peephole(gate)), _op.Emit.Const(_scales.Of(_cell.Peephole(gate)).Scale * _scales.State.Scale / _scales.Unit(gate)))
        : null;

    private Value Integers(Func<int, int> inputOf) => _op.StackedIntegers([.. _cell.Gates.Select(inputOf)]);

    /// <summary>A number for each cell of each gate.</summary>
    private float[] PerGate(Func<int, float> number) =>
        [.. _cell.Gates.SelectMany(gate => Enumerable.Repeat(number(gate), _cell.CellCount))];

    private Value Float(int input) => _op.Emit.Cast(_op.Declared(input), ElementType.Float);
}
