namespace OnnxConvert.Testing.Running;

/// <summary>How a suite's cases are stored.</summary>
public enum SuiteKind
{
    /// <summary>.tflite files, and what TFLite computes for them in a folder of its own.</summary>
    Models,

    /// <summary>A zip archive of one-operator .tflite models with inputs and outputs.</summary>
    Cases,

    /// <summary>ONNX's backend tests: a folder per model, with inputs and outputs.</summary>
    Backend,
}
