using System.Collections.Immutable;
using System.Globalization;

namespace OnnxConvert.OrtFormat.Kernels;

/// <summary>The operators of ONNX Runtime's own domains that its CPU kernels implement, as version 1.31.1 defines them.</summary>
internal static class ContribOperators
{
    public const string Domain = "com.microsoft";

    // Domain, operator, version, then the type name of each formal input and output; * marks a variadic one.
    private const string Table = """
        |LayerNormalization|1|T V V|V U U
        |SimplifiedLayerNormalization|1|T V|V U
        com.microsoft|Attention|1|T T T M T T M|T T
        com.microsoft|BiasGelu|1|T T|T
        com.microsoft|ConvTransposeWithDynamicPads|1|T T Pads T|T
        com.microsoft|CropAndResize|1|T1 T1 T2 T2|T1
        com.microsoft|DequantizeLinear|1|T1 T2 T1|T2
        com.microsoft|DynamicQuantizeLSTM|1|T T2 T2 T T1 T T T T T2 T T2|T T T
        com.microsoft|DynamicQuantizeMatMul|1|T1 T2 T1 T2 T1|T1
        com.microsoft|EmbedLayerNormalization|1|T1 T1 T T T T T T1 T1|T T1 T
        com.microsoft|ExpandDims|1|T axis|T
        com.microsoft|FastGelu|1|T T|T
        com.microsoft|FusedConv|1|T T T T|T
        com.microsoft|FusedGemm|1|T T T|T
        com.microsoft|FusedMatMul|1|T T|T
        com.microsoft|GatherND|1|T Tind|T
        com.microsoft|Gelu|1|T|T
        com.microsoft|GridSample|1|T1 T1|T2
        com.microsoft|GroupQueryAttention|1|T T T T_CACHE T_CACHE M M T T position_ids T T T_KV_SCALE T_KV_SCALE T T|T T_CACHE T_CACHE T
        com.microsoft|Inverse|1|T|T
        com.microsoft|MatMulInteger16|1|T1 T2|T3
        com.microsoft|MatMulIntegerToFloat|1|T1 T2 T3 T3 T1 T2 T3|T3
        com.microsoft|MatMulNBits|1|T1 T2 T1 T3 T4 T1|T1
        com.microsoft|MultiHeadAttention|1|T T T T M T T T M M|T T T QK
        com.microsoft|NGramRepeatBlock|1|Tid T|T
        com.microsoft|NhwcMaxPool|1|T|T
        com.microsoft|Pad|1|T pads T|T
        com.microsoft|QGemm|1|TA T TA TB T TB TC T TYZ|TY
        com.microsoft|QLinearAdd|1|T A_scale T T B_scale T C_scale T|T
        com.microsoft|QLinearAveragePool|1|T x_scale T y_scale T|T
        com.microsoft|QLinearConcat|1|TF T8 TV*|T8
        com.microsoft|QLinearConv|1|T1 x_scale T1 T2 w_scale T2 y_scale T3 T4|T3
        com.microsoft|QLinearGlobalAveragePool|1|T x_scale T y_scale T|T
        com.microsoft|QLinearLeakyRelu|1|T X_scale T Y_scale T|T
        com.microsoft|QLinearMul|1|T A_scale T T B_scale T C_scale T|T
        com.microsoft|QLinearSigmoid|1|T X_scale T Y_scale T|T
        com.microsoft|QLinearSoftmax|1|T X_scale T y_scale T|T
        com.microsoft|QLinearWhere|1|B T TF T T TF T TF T|T
        com.microsoft|QuantizeLinear|1|T1 T1 T2|T2
        com.microsoft|QuickGelu|1|T|T
        com.microsoft|Range|1|T T T|T
        com.microsoft|RotaryEmbedding|1|T M T T|T
        com.microsoft|SkipLayerNormalization|1|T T T T T|T U U T
        com.microsoft|SkipSimplifiedLayerNormalization|1|T T T T|T U U T
        com.microsoft|Tokenizer|1|T|T
        com.microsoft|TransposeMatMul|1|T T|T
        com.microsoft|Trilu|1|T k|T
        com.microsoft|Unique|1|T|T idx counts
        com.microsoft.nchwc|AveragePool|1|T|T
        com.microsoft.nchwc|Conv|1|T T T T|T
        com.microsoft.nchwc|GlobalAveragePool|1|T|T
        com.microsoft.nchwc|GlobalMaxPool|1|T|T
        com.microsoft.nchwc|MaxPool|1|T|T
        com.microsoft.nchwc|ReorderInput|1|T|T
        com.microsoft.nchwc|ReorderOutput|1|T|T
        com.microsoft.nchwc|Upsample|1|T|T
        """;

    private static readonly Dictionary<(string, string), OperatorSignature> Signatures =
        Table.Split('\n').Select(Parse).ToDictionary(s => (s.Domain, s.OpType));

    /// <summary>The definition of an operator, or null if it is not known.</summary>
    public static OperatorSignature? Find(string domain, string opType) => Signatures.GetValueOrDefault((domain, opType));

    private static OperatorSignature Parse(string line)
    {
        string[] fields = line.Split('|');
        return new OperatorSignature(fields[0], fields[1], int.Parse(fields[2], CultureInfo.InvariantCulture), Parameters(fields[3]), Parameters(fields[4]));
    }

    private static ImmutableArray<FormalParameter> Parameters(string names) =>
        [.. names.Split(' ').Select(name => new FormalParameter(name.TrimEnd('*'), name.EndsWith('*')))];
}
