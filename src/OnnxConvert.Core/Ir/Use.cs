namespace OnnxConvert.Ir;

/// <summary>One place where a value is read.</summary>
/// <param name="Node">The node that reads the value.</param>
/// <param name="InputIndex">The position among the node's inputs.</param>
public readonly record struct Use(Node Node, int InputIndex);
