namespace OnnxConvert.Operators.Elementwise;

/// <summary>Functions of one number that constant folding leaves to the runtime.</summary>
[Defines("Acos"), Defines("Acosh"), Defines("Asin"), Defines("Asinh"), Defines("Atan"), Defines("Atanh"), Defines("BitwiseNot"), Defines("Cos")]
[Defines("Cosh"), Defines("Erf"), Defines("Sin"), Defines("Sinh"), Defines("Tan")]
internal sealed class FunctionOperator : UnaryOperator;
