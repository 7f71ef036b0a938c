namespace OnnxConvert.OrtFormat;

/// <summary>How far a model is optimized before it is saved as .ort, which ONNX Runtime does not do again when it loads one.</summary>
public enum OptimizationLevel
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By what gives ONNX's own operators again: no-ops removed, constants computed, neighbours merged. True for every runtime.</summary>
    Basic,

    /// <summary>Also by fusions into the operators of ONNX Runtime's CPU kernels, such as FusedConv and QLinearConv.</summary>
    Extended,

    /// <summary>Also by storing activations in the order that the target processor likes.</summary>
    All,
}
