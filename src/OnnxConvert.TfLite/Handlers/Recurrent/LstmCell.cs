using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>What an operator says about one LSTM cell. Gates are numbered as in the file: input, forget, cell, output.</summary>
internal sealed class LstmCell
{
    internal const int InputGate = 0;
    internal const int ForgetGate = 1;
    internal const int CellGate = 2;
    internal const int OutputGate = 3;

    private readonly LstmInputs _at;

    internal LstmCell(OpContext op, LstmInputs at)
    {
        Op = op;
        _at = at;
        IsCoupled = !Has(at.Weights);
        Gates = IsCoupled ? [ForgetGate, CellGate, OutputGate] : [InputGate, ForgetGate, CellGate, OutputGate];
        Activation = RecurrentActivation.Of(op);
        if (Activation.IsNone)
            throw op.NotSupported("the fused activation is NONE, for which the kernel leaves the cell gate undefined; TANH, RELU, RELU6 and others would do");
        CellCount = op.TableLength(op.Size(Weights(ForgetGate), 0), "a bias of the cells");
        IsDiagonal = op.Rank(Recurrent(ForgetGate)) == 1;
    }

    internal OpContext Op { get; }

    /// <summary>Whether the input gate is what the forget gate leaves (CIFG).</summary>
    internal bool IsCoupled { get; }

    /// <summary>The gates that have weights of their own.</summary>
    internal int[] Gates { get; }

    /// <summary>The activation of the cell gate and of the cell state.</summary>
    internal RecurrentActivation Activation { get; }

    internal int CellCount { get; }

    /// <summary>Whether the recurrent weights are the diagonals of their matrices.</summary>
    internal bool IsDiagonal { get; }

    internal bool HasPeephole => Has(Peephole(ForgetGate)) || Has(Peephole(OutputGate));

    internal bool HasProjection => Has(_at.Projection);

    internal bool HasAuxiliaryWeights => _at.Auxiliary > 0 && Has(_at.Auxiliary + ForgetGate);

    internal bool IsNormalized => _at.Normalization > 0 && Has(Normalization(ForgetGate));

    internal float CellClip => Op.Float("cell_clip");

    internal float ProjectionClip => Op.Float("proj_clip");

    internal int Projection => _at.Projection;

    internal int ProjectionBias => _at.Projection + 1;

    internal int OutputState => _at.State;

    internal int CellState => _at.State + 1;

    internal int Weights(int gate) => _at.Weights + gate;

    internal int Auxiliary(int gate) => _at.Auxiliary + gate;

    internal int Recurrent(int gate) => _at.Recurrent + gate;

    internal int Peephole(int gate) => _at.Peephole + (gate == OutputGate ? 2 : gate);

    internal int Bias(int gate) => _at.Bias + gate;

    internal int Normalization(int gate) => _at.Normalization + gate;

    /// <summary>Whether an input is there. Some files have tensors without elements in place of those left out.</summary>
    internal bool Has(int input) => Op.HasInput(input) && Op.Input(input).Shape?.ElementCount != 0;

    /// <summary>The bias of a gate in real numbers. Behind layer normalization integers count in units of 2^-10 of its coefficients' scale.</summary>
    internal Value RealBias(int gate) => IsNormalized
        ? RealBias(Bias(gate), () => Op.Input(Normalization(gate)).Quantization!.Scale / 1024)
        : Op.Bias(Bias(gate), 0, Weights(gate)) ?? throw Op.NotSupported("the biases of all gates but a coupled one must be there");

    /// <summary>The bias of the projection in real numbers, or null.</summary>
    internal Value? RealProjectionBias() => Has(ProjectionBias)
        ? RealBias(ProjectionBias, () => Op.Input(Projection).Quantization!.Scale * (NarrowLstmStep.IsFormOf(Op) ? NarrowLstmStep.HiddenUnit : new IntegerLstmScales(this).Hidden.Scale))
        : null;

    /// <summary>The weights of the cell state in a gate, or null when the gate does not see it.</summary>
    internal Value? PeepholeWeights(int gate) => Has(Peephole(gate)) ? Op.Stacked([Peephole(gate)]) : null;

    private Value RealBias(int input, Func<float> scale) => Op.InputType(input) == ElementType.Int32
        ? Op.Emit.Mul(Op.Emit.Cast(Op.Declared(input), ElementType.Float), Op.Emit.Const(scale()))
        : Op.Real(input);
}
