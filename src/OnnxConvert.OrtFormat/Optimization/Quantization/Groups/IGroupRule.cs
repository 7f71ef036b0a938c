namespace OnnxConvert.OrtFormat.Optimization.Quantization.Groups;

/// <summary>Makes one node of an operator and the quantization around it.</summary>
internal interface IGroupRule
{
    /// <summary>The operators that the rule is for.</summary>
    IReadOnlyList<string> OpTypes { get; }

    /// <summary>What ONNX Runtime calls the action in runtime optimizations.</summary>
    string Action { get; }

    /// <summary>How many places for inputs a runtime optimization has, those that are left out included; 0: one for each that is there.</summary>
    int InputPlaces => 0;

    /// <summary>Whether there may be any number of inputs.</summary>
    bool HasAnyInputs => false;

    /// <summary>Whether there may be any number of outputs.</summary>
    bool HasAnyOutputs => false;

    /// <summary>What a group becomes, as domain, operator and version; null when it stays the same operator.</summary>
    string? Produces(QuantizedGroup group, int opset);

    /// <summary>Whether the group may be replaced.</summary>
    bool Matches(QuantizedGroup group, int opset);

    /// <summary>The part of a group that matches which goes; by default all of it.</summary>
    QuantizedGroup Part(QuantizedGroup group) => group;

    /// <summary>Replaces the group.</summary>
    void Apply(QuantizedGroup group, int opset);
}
