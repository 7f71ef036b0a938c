namespace OnnxConvert.Operators.Microsoft.Text;

/// <summary>WordConvEmbedding: words as vectors, by a convolution over the embeddings of their letters.</summary>
[Defines("WordConvEmbedding", Domains.Microsoft)]
internal sealed class WordConvEmbeddingOperator : OperatorDefinition
{
    private protected override string OwnSchemas => """
        com.microsoft|WordConvEmbedding|1||Sequence:T:int32:;W:T1:float:;B:T1:float:;C:T1:float:|Y:T1:float:|char_embedding_size:int;conv_window_size:int;embedding_size:int
        """;
}
