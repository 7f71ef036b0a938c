using System.Globalization;
using OnnxConvert.Operators;

namespace OnnxConvert.OrtFormat;

/// <summary>An operator as a build of a runtime needs it: in one of its versions.</summary>
/// <param name="Domain">The domain; empty for ONNX's own operators.</param>
/// <param name="OpType">The operator's name, as <c>Conv</c>.</param>
/// <param name="Version">
/// A version of the domain's opset. In what is generated from models it is the version in which the operator's definition
/// appeared; a configuration written by hand may name any version that the definition holds for.
/// </param>
public readonly record struct OperatorVersion(string Domain, string OpType, int Version) : IComparable<OperatorVersion>
{
    /// <summary>The domain as configurations write it: ONNX's own has a name.</summary>
    public string DisplayDomain => Domain.Length == 0 ? OnnxDomain : Domain;

    internal const string OnnxDomain = "ai.onnx";

    /// <summary>By domain, version and name, which is the order of a configuration.</summary>
    public int CompareTo(OperatorVersion other)
    {
        int order = string.CompareOrdinal(DisplayDomain, other.DisplayDomain);
        if (order == 0)
            order = Version.CompareTo(other.Version);
        return order != 0 ? order : string.CompareOrdinal(OpType, other.OpType);
    }

    /// <summary>Domain, name and version, such as <c>ai.onnx.Conv-11</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DisplayDomain}.{OpType}-{Version}");

    /// <summary>Whether one is before the other in a configuration.</summary>
    public static bool operator <(OperatorVersion left, OperatorVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is behind the other in a configuration.</summary>
    public static bool operator >(OperatorVersion left, OperatorVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not behind the other in a configuration.</summary>
    public static bool operator <=(OperatorVersion left, OperatorVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not before the other in a configuration.</summary>
    public static bool operator >=(OperatorVersion left, OperatorVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The operator as a node of a model needs it: in the version whose definition holds at the imported opset.</summary>
    internal static OperatorVersion At(string domain, string opType, long opset)
    {
        string plain = domain == OnnxDomain ? "" : domain;
        return new OperatorVersion(plain, opType, OperatorRegistry.Find(plain, opType, opset)?.SinceVersion ?? (int)Math.Clamp(opset, 1, int.MaxValue));
    }
}
