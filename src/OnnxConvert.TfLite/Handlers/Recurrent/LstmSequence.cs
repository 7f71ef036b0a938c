using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>An LSTM cell over a sequence: starts from the state tensors and leaves the last state in them.</summary>
internal static class LstmSequence
{
    /// <summary>The operator's input in the form that <see cref="Convert"/> takes.</summary>
    internal static Value Input(OpContext op) => IsInteger(op) ? Counts(op, 0) : op.Real(0);

    /// <param name="cell">The cell.</param>
    /// <param name="x">What <see cref="Input"/> gives, arranged as (time, batch, n).</param>
    /// <param name="auxiliary">Further inputs with weights of their own, or null.</param>
    /// <param name="isReverse">Whether time runs backwards.</param>
    /// <returns>The output of each step, (time, batch, n).</returns>
    internal static Value Convert(LstmCell cell, Value x, Value? auxiliary = null, bool isReverse = false)
    {
        OpContext op = cell.Op;
        LstmResult result = IsInteger(op)
            ? OfIntegers(cell, x, isReverse)
            : OfReals(cell, x, auxiliary, isReverse);
        op.NextState(cell.OutputState, result.Output);
        op.NextState(cell.CellState, result.State);
        return result.Outputs;
    }

    private static LstmResult OfReals(LstmCell cell, Value x, Value? auxiliary, bool isReverse)
    {
        Value output = RecurrentState.Read(cell.Op, cell.OutputState, x);
        Value state = RecurrentState.Read(cell.Op, cell.CellState, x);
        if (LstmOperator.CanExpress(cell))
            return LstmOperator.Convert(cell, x, auxiliary, output, state, isReverse);
        var step = new LstmStep(cell);
        return Repeat(cell, step.OfInput(x, auxiliary), output, state, isReverse, step.Next);
    }

    private static LstmResult OfIntegers(LstmCell cell, Value x, bool isReverse)
    {
        OpContext op = cell.Op;
        RequireIntegerForm(cell);
        IIntegerLstmStep step = NarrowLstmStep.IsFormOf(op) ? new NarrowLstmStep(cell) : new IntegerLstmStep(cell);
        Value output = RecurrentState.ForBatch(op, Counts(op, cell.OutputState), x);
        Value state = RecurrentState.ForBatch(op, Counts(op, cell.CellState), x);
        LstmResult result = Repeat(cell, step.OfInput(x), output, state, isReverse, step.Next);
        return new LstmResult(Reals(cell.OutputState, result.Outputs), Reals(cell.OutputState, result.Output), Reals(cell.CellState, result.State));

        Value Reals(int input, Value counts) => op.Emit.Mul(counts, op.Emit.Const(op.Input(input).Quantization!.Scale));
    }

    private static void RequireIntegerForm(LstmCell cell)
    {
        OpContext op = cell.Op;
        if (cell.Activation.OnnxName != "Tanh")
            throw op.NotSupported("the integer kernel is defined for the fused activation TANH only");
        if (op.InputType(0) != ElementType.Int8 || op.InputType(cell.OutputState) != ElementType.Int8)
            throw op.NotSupported($"TFLite's integer kernel takes int8, not {op.InputType(0).DisplayName()}; a dequantized model does without it", op.Input(0));
    }

    /// <summary>The whole numbers of a quantized input without its zero point, as float.</summary>
    private static Value Counts(OpContext op, int input) => op.StoredQuantization(input) is { IsPerTensor: true } parameters
        ? op.Emit.Dequantize(op.Raw(input), new QuantizationParameters(1, parameters.ZeroPoint))
        : throw op.NotSupported("the tensor must have one scale", op.Input(input));

    private static bool IsInteger(OpContext op) => op.IsQuantized(0) && !op.IsDequantizing;

    private static LstmResult Repeat(LstmCell cell, Value ofInput, Value output, Value state, bool isReverse, Func<Emitter, Value, Value, Value, (Value Output, Value State)> next)
    {
        Emitter emit = cell.Op.Emit;
        if (ofInput.Shape?[0].Size == 1)
        {
            (Value nextOutput, Value nextState) = next(emit, emit.Squeeze(ofInput, 0), output, state);
            return new LstmResult(emit.Unsqueeze(nextOutput, 0), nextOutput, nextState);
        }

        (Value[] states, Value[] results) = emit.Scan([output, state], [ofInput], isReverse, (inner, before, elements) =>
        {
            (Value nextOutput, Value nextState) = next(inner, elements[0], before[0], before[1]);
            return ([nextOutput, nextState], [nextOutput]);
        });
        return new LstmResult(results[0], states[0], states[1]);
    }
}
