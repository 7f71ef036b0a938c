using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting;

public sealed partial class OpContext
{
    /// <summary>The real values of an input: dequantized when the tensor is quantized, else the tensor as it is.</summary>
    public Value Real(int index) => _tensors.Real(RealInput(index));

    /// <summary>As <see cref="Real"/>, or null when the input is missing.</summary>
    public Value? OptionalReal(int index) => HasInput(index) ? Real(index) : null;

    /// <summary>
    /// The stored values of an input, for operators that only move, compare or select elements. Quantized int8 tensors are
    /// stored as uint8 with everything shifted by 128; a model that is being dequantized stores real numbers.
    /// </summary>
    public Value Raw(int index) => _tensors.Raw(RealInput(index));

    /// <summary>The stored values of an input exactly in the type that the file declares, for operators that compute with the bare integers.</summary>
    public Value Declared(int index) => _tensors.Declared(RealInput(index));

    /// <summary>
    /// A complex input as pairs: one dimension more than the file declares, the last one, with the real part at 0 and the
    /// imaginary part at 1. The other views are refused for complex inputs, of which most operators have no notion.
    /// </summary>
    public Value Complex(int index) => InputType(index).IsComplex()
        ? _tensors.Raw(Input(index))
        : throw NotSupported($"takes complex numbers, not {InputType(index).DisplayName()}", Input(index));

    /// <summary>The real values of weights, permuted. Constant weights keep their own integer type and per-channel scales, on the axis to which the permutation moves them.</summary>
    /// <param name="index">The input.</param>
    /// <param name="permutation">Dimension <c>i</c> of the result is dimension <c>permutation[i]</c> of the input; empty: as it is.</param>
    /// <exception cref="UnsupportedModelException">The input has another rank than the permutation.</exception>
    public Value Weight(int index, params ReadOnlySpan<int> permutation) => _tensors.Weight(InputOfRank(index, permutation.Length), permutation, null);

    /// <summary>As <see cref="Weight(int, ReadOnlySpan{int})"/>, with the constant contents changed on the way by a function that keeps the axis of per-channel scales.</summary>
    public Value Weight(int index, ReadOnlySpan<int> permutation, Func<TensorData, TensorData> change) => _tensors.Weight(InputOfRank(index, permutation.Length), permutation, change);

    /// <summary>
    /// The bias of a linear operator, or null when there is none. A quantized bias is in units of input scale times weight
    /// scale; the scale that the file stores for it is ignored, as TFLite's kernels do.
    /// </summary>
    public Value? Bias(int index, int input, int weight) => HasInput(index)
        ? _tensors.Bias(Input(index), Input(input), Input(weight))
        : null;

    /// <summary>Scales and zero points of an input in terms of what <see cref="Raw"/> gives, or null when that is no quantized form.</summary>
    public QuantizationParameters? StoredQuantization(int index) => _tensors.StoredQuantization(Input(index));

    /// <summary>Scales and zero points of an output in terms of what <see cref="RawResult"/> takes, or null when that is no quantized form.</summary>
    public QuantizationParameters? StoredOutputQuantization(int index) => _tensors.StoredQuantization(Output(index));

    /// <summary>The stored value that stands for the real number 0 in an input, as a scalar.</summary>
    public Value RawZero(int index) => _tensors.RawZero(Input(index));

    /// <summary>The smallest and largest stored value of an input within a range of real numbers, as <see cref="Raw"/> gives them; infinite where every value is within.</summary>
    public (double Min, double Max) RawRange(int index, RealRange range) => _tensors.RawRange(Input(index), range);

    /// <summary>As <see cref="RawRange"/>, of an output as <see cref="RawResult"/> takes it.</summary>
    public (double Min, double Max) RawOutputRange(int index, RealRange range) => _tensors.RawRange(Output(index), range);

    /// <summary>Sets a result that is given in real numbers; it is quantized when the tensor is.</summary>
    /// <param name="index">The output.</param>
    /// <param name="real">The value.</param>
    /// <param name="range">A limit to apply, such as a fused activation's.</param>
    public void Result(int index, Value real, RealRange? range = null) => _tensors.SetReal(RealOutput(index), real, range ?? RealRange.All);

    /// <summary>As <see cref="Result"/>, for values that cannot leave the tensor's quantized range, so that a dequantized model needs no limit.</summary>
    public void BoundedResult(int index, Value real) => _tensors.SetBounded(RealOutput(index), real);

    /// <summary>Sets a result that is given as stored values, in the form in which <see cref="Raw"/> gives them.</summary>
    public void RawResult(int index, Value raw) => _tensors.SetRaw(RealOutput(index), raw);

    /// <summary>Sets a result that is given in the type that the file declares.</summary>
    public void DeclaredResult(int index, Value declared) => _tensors.SetDeclared(RealOutput(index), declared);

    /// <summary>Sets a complex result that is given as pairs, as <see cref="Complex"/> gives them.</summary>
    public void ComplexResult(int index, Value pairs) => _tensors.SetComplex(Output(index), pairs);

    private Value RealInput(int index) => RequireReal(Input(index));

    private Value RealOutput(int index) => RequireReal(Output(index));

    private Value RequireReal(Value value) => value.ElementType.IsComplex()
        ? throw NotSupported($"has no form for {value.ElementType.DisplayName()}; complex numbers can be computed from and into real ones, multiplied and reshaped", value)
        : value;

    /// <summary>A real input; files may contradict the rank that the operator's definition gives to it.</summary>
    private Value InputOfRank(int index, int rank)
    {
        Value input = RealInput(index);
        return rank == 0 || Shape(index) is not { } shape || shape.Rank == rank
            ? input
            : throw NotSupported($"has the shape {shape}, where the operator takes {rank} dimensions", input);
    }
}
