namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>Makes one node of an operator and the quantization around it.</summary>
internal interface IGroupRule
{
    /// <summary>The operators that the rule is for.</summary>
    IReadOnlyList<string> OpTypes { get; }

    /// <summary>What ONNX Runtime calls the action in runtime optimizations.</summary>
    string Action { get; }

    /// <summary>Whether the group may be replaced.</summary>
    bool Matches(QuantizedGroup group, int opset);

    /// <summary>Replaces the group.</summary>
    void Apply(QuantizedGroup group, int opset);
}
