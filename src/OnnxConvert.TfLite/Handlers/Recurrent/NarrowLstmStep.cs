using System.Collections.Immutable;
using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>
/// One step of an LSTM cell of int8 whose products are rounded to int8 before they are added, as TFLite's kernel computes it
/// (LstmStepInteger8x8_8). All numbers are whole ones, held as float: products and their sums in units of the intermediate tensors'
/// scales; gates before their activation in units of 2^-12, behind it, and the cell state, in units of 2^-15.
/// </summary>
/// <remarks>
/// Twelve intermediate tensors ask for it: sum, product of the input and product of the output state, for each gate. The kernel reads neither an
/// input gate nor peepholes, and takes normalization and a projection for granted. The multiplier for what the output state adds to the
/// output gate it takes from behind the end of an array, where a shift stands; as a multiplier that is next to nothing, so that the output
/// gate does not see the output state.
/// </remarks>
internal sealed class NarrowLstmStep : IIntegerLstmStep
{
    /// <summary>The unit of what the cells give before the projection.</summary>
    internal const float HiddenUnit = 1f / 32768;

    private const int IntermediateCount = 12;
    private const float StateUnit = HiddenUnit;

    private static readonly int[] Gates = [LstmCell.ForgetGate, LstmCell.CellGate, LstmCell.OutputGate];
    private static readonly int[] RecurrentGates = [LstmCell.ForgetGate, LstmCell.CellGate];

    private readonly LstmCell _cell;
    private readonly OpContext _op;
    private readonly ImmutableArray<float> _scales;
    private readonly ImmutableArray<long> _zeroPoints;
    private readonly Value _recurrent;
    private readonly (Value Coefficients, Value Bias)[] _normalizations;
    private readonly Value _projection;
    private readonly Value? _projectionBias;

    /// <summary>Takes the weights into the graph around the step.</summary>
    internal NarrowLstmStep(LstmCell cell)
    {
        _cell = cell;
        _op = cell.Op;
        if (!cell.IsCoupled || !cell.IsNormalized || !cell.HasProjection)
            throw _op.NotSupported("with twelve intermediate tensors TFLite's kernel takes coupled gates, layer normalization and a projection; with others it fails");
        if (ScaleOf(cell.CellState) != StateUnit)
            throw _op.NotSupported($"the scale of the cell state is {ScaleOf(cell.CellState)}; with twelve intermediate tensors the kernel takes 2^-15", _op.Input(cell.CellState));
        _scales = _op.Node.Attributes.Floats("intermediates.scale");
        _zeroPoints = _op.Node.Attributes.Ints("intermediates.zero_point");
        if (_zeroPoints.Length != IntermediateCount || _scales.Skip(OfSum(LstmCell.ForgetGate)).Any(scale => scale <= 0))
            throw _op.NotSupported("the intermediate tensors of all gates but the input gate must have scales");
        _op.Remark("TFLite's kernel for twelve intermediate tensors reads a multiplier from behind an array; the output gate does not see the output before, as there");
        _recurrent = _op.StackedIntegers([.. RecurrentGates.Select(cell.Recurrent)]);
        _normalizations = [.. Gates.Select(Normalization)];
        _projection = _op.StackedIntegers([cell.Projection]);
        _projectionBias = cell.Has(cell.ProjectionBias) ? Float(cell.ProjectionBias) : null;
    }

    /// <summary>Whether an operator asks for this form.</summary>
    internal static bool IsFormOf(OpContext op) => op.Node.OpType == TfLiteOps.Lstm && op.Node.Attributes.Floats("intermediates.scale").Length == IntermediateCount;

    public Value OfInput(Value x) =>
        Contribution(_op.Emit, _op.Products(x, _op.StackedIntegers([.. Gates.Select(_cell.Weights)]), null), Gates, gate => ScaleOf(0) * ScaleOf(_cell.Weights(gate)), OfInput);

    public (Value Output, Value State) Next(Emitter emit, Value ofInput, Value output, Value state)
    {
        Value recurrent = Contribution(
            emit, emit.Gemm(output, _recurrent, null, transB: true), RecurrentGates, gate => ScaleOf(_cell.OutputState) * ScaleOf(_cell.Recurrent(gate)), OfState);
        IReadOnlyList<Value> inputs = emit.Split(ofInput, 1, [.. Gates.Select(_ => _cell.CellCount)]);
        IReadOnlyList<Value> states = emit.Split(recurrent, 1, [.. RecurrentGates.Select(_ => _cell.CellCount)]);
        Value[] sums = [emit.Add(inputs[0], states[0]), emit.Add(inputs[1], states[1]), inputs[2]];
        Value[] gates = [.. sums.Select((sum, i) => Normalize(emit, ToInt16(emit, sum), _normalizations[i].Coefficients, _normalizations[i].Bias))];

        Value forget = LstmTables.RealSigmoid(_op, emit, gates[0]);
        Value update = LstmTables.RealTanh(_op, emit, gates[1], 3);
        Value kept = Halved15(emit, emit.Mul(forget, state));
        Value added = Halved15(emit, emit.Mul(emit.Sub(emit.Const((float)short.MaxValue), forget), update));
        Value next = LimitState(emit, emit.Add(kept, added));
        Value hidden = Halved15(emit, emit.Mul(LstmTables.RealSigmoid(_op, emit, gates[2]), LstmTables.RealTanh(_op, emit, next, 0)));
        return (Project(emit, hidden), next);
    }

    private static Value Halved15(Emitter emit, Value product) => emit.Round(emit.Mul(product, emit.Const(StateUnit)));

    private static Value ToInt16(Emitter emit, Value x) => emit.Clip(x, short.MinValue, short.MaxValue);

    /// <summary>A gate in units of 2^-12.</summary>
    private static Value Normalize(Emitter emit, Value x, Value coefficients, Value bias)
    {
        const float Guard = 1e-8f;
        Value centred = emit.Sub(x, emit.Reduce("ReduceMean", x, [1], keepDims: true));
        Value variance = emit.Reduce("ReduceMean", emit.Mul(centred, centred), [1], keepDims: true);
        Value guarded = emit.Where(emit.Compare("Greater", variance, emit.Const(0f)), variance, emit.Const(Guard));
        return ToInt16(emit, emit.Round(emit.Add(emit.Mul(emit.Div(centred, emit.Node("Sqrt", [guarded])), coefficients), bias)));
    }

    private static int OfSum(int gate) => 3 * gate;

    private static int OfInput(int gate) => OfSum(gate) + 1;

    private static int OfState(int gate) => OfSum(gate) + 2;

    /// <summary>What products add to the sums of gates: they are rounded to int8 of an intermediate tensor first.</summary>
    private Value Contribution(Emitter emit, Value products, int[] gates, Func<int, float> unitOf, Func<int, int> intermediateOf)
    {
        Value rounded = TwiceRounded.Product(_op, emit, products, PerCell(gates, gate => unitOf(gate) / _scales[intermediateOf(gate)]));
        Value least = Constant(PerCell(gates, gate => sbyte.MinValue - _zeroPoints[intermediateOf(gate)]));
        Value most = Constant(PerCell(gates, gate => sbyte.MaxValue - _zeroPoints[intermediateOf(gate)]));
        Value limited = emit.Min(emit.Max(rounded, least), most);
        return TwiceRounded.Product(_op, emit, limited, PerCell(gates, gate => _scales[intermediateOf(gate)] / _scales[OfSum(gate)]));
    }

    private Value LimitState(Emitter emit, Value state)
    {
        float limit = _cell.CellClip is > 0 and < 1 ? MathF.Truncate(_cell.CellClip / StateUnit) : 0;
        Value limited = ToInt16(emit, state);
        return limit > 0 ? emit.Clip(limited, -limit, limit) : limited;
    }

    private Value Project(Emitter emit, Value hidden)
    {
        QuantizationParameters output = _op.Input(_cell.OutputState).Quantization!;
        Value sum = emit.Gemm(hidden, _projection, _projectionBias, transB: true);
        Value projected = TwiceRounded.Product(_op, emit, sum, [ScaleOf(_cell.Projection) * StateUnit / output.Scale]);
        // The kernel limits the stored numbers, zero point and all.
        float limit = _cell.ProjectionClip > 0 ? MathF.Truncate(Math.Min(_cell.ProjectionClip / output.Scale, sbyte.MaxValue)) : 0;
        (float min, float max) = limit > 0 ? (-limit, limit) : (sbyte.MinValue, sbyte.MaxValue);
        return emit.Clip(projected, min - output.ZeroPoint, max - output.ZeroPoint);
    }

    private (Value Coefficients, Value Bias) Normalization(int gate)
    {
        // The bias counts in units of 2^-10 of the coefficients' scale.
        float scale = ScaleOf(_cell.Normalization(gate));
        Emitter emit = _op.Emit;
        return (emit.Mul(Float(_cell.Normalization(gate)), emit.Const(scale * 4096)), emit.Mul(Float(_cell.Bias(gate)), emit.Const(scale * 4)));
    }

    private float ScaleOf(int input) => _op.Input(input).Quantization is { IsPerTensor: true } parameters
        ? parameters.Scale
        : throw _op.NotSupported("the tensor must have one scale", _op.Input(input));

    private float[] PerCell(int[] gates, Func<int, float> number) => [.. gates.SelectMany(gate => Enumerable.Repeat(number(gate), _cell.CellCount))];

    private Value Constant(float[] values) => _op.Emit.Const(TensorData.Vector<float>(values), "limits");

    private Value Float(int input) => _op.Emit.Cast(_op.Declared(input), ElementType.Float);
}
