namespace OnnxConvert.Operators.Elementwise;

/// <summary>Operators on the elements of several tensors that constant folding leaves to the runtime.</summary>
[Defines("Mean"), Defines("BitShift"), Defines("BitwiseAnd"), Defines("BitwiseOr"), Defines("BitwiseXor")]
internal sealed class CombiningOperator : BroadcastOperator;
