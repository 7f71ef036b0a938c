namespace OnnxConvert.Converting;

/// <summary>Registers an <see cref="IOpHandler"/> for an operator of a source format. A class may carry several.</summary>
/// <param name="domain">The source format's domain, such as <c>tflite</c> for builtin and <c>tflite.custom</c> for custom operators.</param>
/// <param name="opType">The operator's name there.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OpHandlerAttribute(string domain, string opType) : Attribute
{
    /// <summary>The source format's domain.</summary>
    public string Domain { get; } = domain;

    /// <summary>The operator's name in that domain.</summary>
    public string OpType { get; } = opType;

    /// <summary>The lowest target opset that the handler serves. Of several handlers, the one with the highest that is not above the target is taken.</summary>
    /// <value>0: all opsets.</value>
    public int MinOpset { get; set; }

    /// <summary>What the handler does not cover, for the operator list; null when it covers all.</summary>
    public string? Restrictions { get; set; }
}
