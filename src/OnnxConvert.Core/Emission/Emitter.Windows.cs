using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>A convolution.</summary>
    /// <param name="x">The input, (N, C, spatial...).</param>
    /// <param name="w">The weights, (M, C/group, kernel...).</param>
    /// <param name="bias">The bias, (M), or null.</param>
    /// <param name="window">The window.</param>
    /// <param name="group">The number of groups.</param>
    public Value Conv(Value x, Value w, Value? bias, Window window, long group = 1) =>
        Node("Conv", [x, w, bias], [.. WindowAttributes(window, dilations: true), new NodeAttribute("group", group)]);

    /// <summary>The largest element of each window; the input is (N, C, spatial...).</summary>
    public Value MaxPool(Value x, Window window)
    {
        ElementType type = x.ElementType;
        return Cast(Node("MaxPool", [Cast(x, Computed("MaxPool", type))], WindowAttributes(window, dilations: false)), type);
    }

    /// <summary>As <see cref="MaxPool"/>, and where each of the elements stands in the flattened input, as int64.</summary>
    public (Value Largest, Value Indices) MaxPoolWithIndices(Value x, Window window)
    {
        ElementType type = x.ElementType;
        IReadOnlyList<Value> outputs = Nodes("MaxPool", 2, [Cast(x, Computed("MaxPool", type))], WindowAttributes(window, dilations: false));
        return (Cast(outputs[0], type), outputs[1]);
    }

    /// <summary>The mean of each window over the elements that are not padding; the input is (N, C, spatial...).</summary>
    public Value AveragePool(Value x, Window window) => Node("AveragePool", [x], WindowAttributes(window, dilations: false));

    /// <summary>A transposed convolution, the gradient of <see cref="Conv"/>.</summary>
    /// <param name="x">The input, (N, C, spatial...).</param>
    /// <param name="w">The weights, (C, M/group, kernel...).</param>
    /// <param name="bias">The bias, (M), or null.</param>
    /// <param name="window">The window; its pads are cut off the result.</param>
    /// <param name="outputPadding">Elements added at the end of each spatial dimension.</param>
    /// <param name="group">The number of groups.</param>
    public Value ConvTranspose(Value x, Value w, Value? bias, Window window, ReadOnlySpan<long> outputPadding, long group = 1)
    {
        List<NodeAttribute> attributes = [.. WindowAttributes(window, dilations: true), new NodeAttribute("group", group)];
        if (outputPadding.ContainsAnyExcept(0))
            attributes.Add(IntsAttribute("output_padding", outputPadding));
        return Node("ConvTranspose", [x, w, bias], [.. attributes]);
    }

    /// <summary>A matrix product over the last two dimensions, the others broadcast.</summary>
    public Value MatMul(Value a, Value b) => Binary("MatMul", a, b);

    /// <summary><c>a · b + c</c> of matrices, either factor transposed on request.</summary>
    public Value Gemm(Value a, Value b, Value? c, bool transA = false, bool transB = false)
    {
        // The third input is optional since opset 11.
        if (c is null && Opset < 11)
            c = Const(0f);
        return Node("Gemm", [a, b, c], new NodeAttribute("transA", transA ? 1L : 0L), new NodeAttribute("transB", transB ? 1L : 0L));
    }

    private static NodeAttribute[] WindowAttributes(Window window, bool dilations)
    {
        List<NodeAttribute> attributes = [new("strides", window.Strides)];
        if (!window.Kernel.IsDefault)
            attributes.Insert(0, new NodeAttribute("kernel_shape", window.Kernel));
        if (dilations)
            attributes.Add(new NodeAttribute("dilations", window.Dilations));
        attributes.Add(window.IsSameUpper ? new NodeAttribute("auto_pad", "SAME_UPPER") : new NodeAttribute("pads", window.Pads));
        return [.. attributes];
    }
}
