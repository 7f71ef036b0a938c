namespace OnnxConvert.TfLite;

public static partial class TfLiteOps
{
    /// <summary>The domain of nodes that are builtin operators.</summary>
    public const string Domain = "tflite";

    /// <summary>The domain of nodes that are custom operators; their operator type is the custom code.</summary>
    public const string CustomDomain = "tflite.custom";

    /// <summary>
    /// The domain of handlers for StableHLO composites, by the composite's name, such as <c>odml.rms_norm</c>. Inputs and outputs
    /// are those of the STABLEHLO_COMPOSITE node, whose options hold the composite's attributes.
    /// </summary>
    public const string CompositeDomain = "tflite.composite";

    /// <summary>The domain of operators that no file holds: rewriters put them in the place of several where one ONNX operator computes the same.</summary>
    public const string FusedDomain = "tflite.fused";

    /// <summary>
    /// The domain of handlers for STABLEHLO_CUSTOM_CALL, by the target's name. Inputs and outputs are those of the node, whose
    /// options hold what the file says about the call.
    /// </summary>
    public const string CustomCallDomain = "tflite.custom_call";

    /// <summary>The number of builtin operators that are known; their codes run from 0 to one below it.</summary>
    public static int Count => Names.Length;

    /// <summary>The name of the builtin operator with this code.</summary>
    /// <param name="code">The operator's code in the schema.</param>
    /// <returns>The name, or null when the schema that this library was built from has no such code.</returns>
    public static string? NameOf(int code) => (uint)code < (uint)Names.Length ? Names[code] : null;
}
