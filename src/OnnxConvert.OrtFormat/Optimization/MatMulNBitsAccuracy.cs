namespace OnnxConvert.OrtFormat;

/// <summary>What ONNX Runtime's MatMulNBits may compute in, on processors that gain by it: its attribute <c>accuracy_level</c>.</summary>
public enum MatMulNBitsAccuracy
{
    /// <summary>What the runtime likes.</summary>
    Any,

    /// <summary>32-bit floats, as before the fusion.</summary>
    Float32,

    /// <summary>16-bit floats.</summary>
    Float16,

    /// <summary>16-bit floats of 8 exponent bits.</summary>
    BFloat16,

    /// <summary>8-bit integers: each block of the activations is quantized, which costs about two digits.</summary>
    Int8,
}
