using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Operators.Microsoft.Text;

/// <summary>Tokenizer: each string as a row of tokens, filled up to the longest row.</summary>
[Defines("Tokenizer", Domains.Microsoft)]
internal sealed class TokenizerOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|Tokenizer|1||X:T:string:|Y:T:string:|mark:int!;mincharnum:int!;pad_value:string!;separators:strings;tokenexp:string
        """;

    public override void Infer(InferenceCall c) =>
        c.Set(0, ElementType.String, c.Shape(0) is { } x ? new Shape([.. x, Dimension.Unknown]) : null);
}
