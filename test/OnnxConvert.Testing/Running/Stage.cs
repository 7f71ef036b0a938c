namespace OnnxConvert.Testing.Running;

/// <summary>How far a model came.</summary>
public enum Stage
{
    /// <summary>Every output of every recorded run counts as equal.</summary>
    Pass,

    /// <summary>TFLite itself refused the model, or nothing was recorded.</summary>
    Skipped,

    /// <summary>The reader called the file broken.</summary>
    Invalid,

    /// <summary>The converter said that it cannot, and why.</summary>
    Unsupported,

    /// <summary>The converter failed with an exception that it does not document.</summary>
    Convert,

    /// <summary>Our checker refused what the converter wrote.</summary>
    Check,

    /// <summary>ONNX Runtime refused the file.</summary>
    Load,

    /// <summary>ONNX Runtime loaded the file and failed while running it.</summary>
    Run,

    /// <summary>An output differs.</summary>
    Wrong,

    /// <summary>The model took longer than the limit.</summary>
    Timeout,

    /// <summary>The process that converted or ran the model ended.</summary>
    Crash,
}
