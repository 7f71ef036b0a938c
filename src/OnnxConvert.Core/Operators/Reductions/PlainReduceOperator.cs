namespace OnnxConvert.Operators.Reductions;

/// <summary>Reductions that constant folding leaves to the runtime.</summary>
[Defines("ReduceL1"), Defines("ReduceL2"), Defines("ReduceLogSum"), Defines("ReduceLogSumExp"), Defines("ReduceSumSquare")]
internal sealed class PlainReduceOperator : ReduceOperator;
