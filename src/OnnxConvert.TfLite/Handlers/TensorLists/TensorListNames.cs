using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The names that TensorFlow's operators on lists have as Flex operators, and TFLite's own.</summary>
internal static class TensorListNames
{
    private const string Prefix = "Flex";

    /// <summary>Whether the node is TensorFlow's operator, or TFLite's of the same name.</summary>
    internal static bool Is(Node node, string name) => Of(node) == name;

    /// <summary>The operator's name in TensorFlow; empty for builtin operators.</summary>
    internal static string Of(Node node) =>
        node.Domain != TfLiteOps.CustomDomain ? "" : node.OpType.StartsWith(Prefix, StringComparison.Ordinal) ? node.OpType[Prefix.Length..] : node.OpType;
}
