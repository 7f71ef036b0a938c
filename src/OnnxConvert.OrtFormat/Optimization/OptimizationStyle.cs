namespace OnnxConvert.OrtFormat;

/// <summary>What becomes of the optimizations above <see cref="OptimizationLevel.Basic"/>.</summary>
public enum OptimizationStyle
{
    /// <summary>They are applied. For models that the CPU runs.</summary>
    Fixed,

    /// <summary>They are recorded and applied when the file is loaded, to the nodes that no accelerator took.</summary>
    Runtime,
}
