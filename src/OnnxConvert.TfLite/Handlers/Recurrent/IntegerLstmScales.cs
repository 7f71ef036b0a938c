using System.Collections.Immutable;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>What the numbers of an LSTM cell of int8 stand for.</summary>
internal sealed class IntegerLstmScales
{
    private const int IntermediateCount = 5;

    private readonly LstmCell _cell;

    internal IntegerLstmScales(LstmCell cell)
    {
        _cell = cell;
        Input = Of(0);
        Output = Of(cell.OutputState);
        State = Of(cell.CellState);
        Hidden = Intermediate(IntermediateCount - 1);
        StateIntegerBits = 15 + Math.ILogB(State.Scale);
        if (State.Scale != Math.ScaleB(1, StateIntegerBits - 15) || StateIntegerBits is < 0 or > 6)
            throw cell.Op.NotSupported($"the scale of the cell state is {State.Scale}; the kernel takes powers of two from 2^-15 to 2^-9", cell.Op.Input(cell.CellState));
    }

    internal QuantizationParameters Input { get; }

    internal QuantizationParameters Output { get; }

    internal QuantizationParameters State { get; }

    /// <summary>The numbers of what the cells give before a projection.</summary>
    internal QuantizationParameters Hidden { get; }

    /// <summary>The bits of the cell state before the point.</summary>
    internal int StateIntegerBits { get; }

    /// <summary>The unit of a gate's sum.</summary>
    internal float Unit(int gate) => _cell.IsNormalized ? Intermediate(gate).Scale : 1f / 4096;

    internal QuantizationParameters Of(int input) => _cell.Op.Input(input).Quantization is { IsPerTensor: true } parameters
        ? parameters
        : throw _cell.Op.NotSupported("the tensor must have one scale", _cell.Op.Input(input));

    /// <summary>The numbers of what the cells give before a projection, or null where the file does not say.</summary>
    internal static QuantizationParameters? HiddenOf(LstmCell cell) => Intermediate(cell, IntermediateCount - 1);

    private static QuantizationParameters? Intermediate(LstmCell cell, int index)
    {
        ImmutableArray<float> scales = cell.Op.Node.Attributes.Floats("intermediates.scale");
        ImmutableArray<long> zeroPoints = cell.Op.Node.Attributes.Ints("intermediates.zero_point");
        return scales.Length == IntermediateCount && scales[index] > 0 ? new QuantizationParameters(scales[index], zeroPoints[index]) : null;
    }

    private QuantizationParameters Intermediate(int index) => Intermediate(_cell, index)
        ?? throw _cell.Op.NotSupported("TFLite's integer kernel needs five intermediate tensors with scales; twelve it knows for LSTM alone");
}
