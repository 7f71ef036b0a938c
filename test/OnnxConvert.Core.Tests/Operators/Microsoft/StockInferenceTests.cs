using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Inference;

namespace OnnxConvert.Core.Tests.Operators.Microsoft;

/// <summary>What is inferred of operators of ONNX Runtime and of ai.onnx.ml, and what stock ONNX Runtime computes: it must fit.</summary>
public class StockInferenceTests
{
    private const string M = "com.microsoft|";
    private const string Ml = "ai.onnx.ml|";
    private const string Nchwc = "com.microsoft.nchwc|";
    private const string Q = "float[] uint8[]";

    [TestCase(M + "Gelu", "float[2,3]", "", "float32[2,3]")]
    [TestCase(M + "QuickGelu", "float[2,3]", "alpha=1.5", "float32[2,3]")]
    [TestCase(M + "FastGelu", "float[2,3] float[3]", "", "float32[2,3]")]
    [TestCase(M + "BiasGelu", "float[2,3] float[3]", "", "float32[2,3]")]
    [TestCase(M + "SkipLayerNormalization", "float[2,3,4] float[2,3,4] float[4] float[4]", "", "float32[2,3,4]")]
    [TestCase(M + "SkipSimplifiedLayerNormalization", "float[2,3,4] float[2,3,4] float[4]", "", "float32[2,3,4]")]
    [TestCase(M + "EmbedLayerNormalization", "int32[2,3] int32[2,3] float[9,4] float[5,4] float[2,4] float[4] float[4] int32[2,3]", "", "float32[2,3,4]; int32[2]")]
    [TestCase("|SimplifiedLayerNormalization", "float[2,3,4] float[4]", "", "float32[2,3,4]; float32[2,3,1]")]
    [TestCase(M + "FusedConv", "float[1,3,8,8] float[4,3,3,3]", "strides=[2,2] pads=[1,1,1,1] activation=Relu", "float32[1,4,4,4]")]
    [TestCase(M + "ConvTransposeWithDynamicPads", "float[1,2,5,5] float[2,3,3,3] int64[4]=1,1,1,1", "strides=[2,2]", "float32[1,3,9,9]")]
    [TestCase(M + "MaxpoolWithMask", "float[1,1,4,4] int32[1,1,4,4]", "kernel_shape=[2,2] strides=[2,2]", "float32[1,1,2,2]")]
    public void Activations_normalizations_and_convolutions(string name, string inputs, string attributes, string expected) => Check(name, inputs, attributes, expected);

    [TestCase(M + "FusedMatMul", "float[2,4,3] float[4,5]", "transA=1", "float32[2,3,5]")]
    [TestCase(M + "TransposeMatMul", "float[3,4] float[5,4]", "transB=1", "float32[3,5]")]
    [TestCase(M + "FusedGemm", "float[4,3] float[5,4] float[5]", "transA=1 transB=1 activation=Relu", "float32[3,5]")]
    [TestCase(M + "MatMulNBits", "float[2,3,32] uint8[5,1,16] float[5]", "K=32 N=5 bits=4 block_size=32", "float32[2,3,5]")]
    [TestCase(M + "MatMulBnb4", "float[3,32] uint8[80] float[5]", "K=32 N=5 block_size=32 quant_type=1", "float32[3,5]")]
    [TestCase(M + "MatMulInteger16", "int16[3,4] int16[4,5]", "", "int32[3,5]")]
    [TestCase(M + "MatMulIntegerToFloat", "uint8[3,4] uint8[4,5] float[] float[]", "", "float32[3,5]")]
    [TestCase(M + "DynamicQuantizeMatMul", "float[2,3,4] uint8[4,5] float[1]", "", "float32[2,3,5]")]
    [TestCase(M + "QGemm", "uint8[3,4] " + Q + " uint8[4,5] " + Q + " int32[5] " + Q, "", "uint8[3,5]")]
    [TestCase(M + "QGemm", "uint8[3,4] " + Q + " uint8[4,5] " + Q, "", "float32[3,5]")]
    [TestCase(M + "CDist", "float[3,4] float[5,4]", "metric=euclidean", "float32[3,5]")]
    [TestCase(M + "Inverse", "float[1,1,1]", "", "float32[1,1,1]")]
    public void Products(string name, string inputs, string attributes, string expected) => Check(name, inputs, attributes, expected);

    [TestCase(M + "QLinearAdd", "uint8[2,1,3] " + Q + " uint8[4,1] " + Q + " " + Q, "", "uint8[2,4,3]")]
    [TestCase(M + "QLinearSigmoid", "uint8[2,3] " + Q + " " + Q, "", "uint8[2,3]")]
    [TestCase(M + "QLinearLeakyRelu", "int8[2,3] float[] int8[] float[] int8[]", "", "int8[2,3]")]
    [TestCase(M + "QLinearSoftmax", "uint8[2,3] " + Q + " " + Q, "opset=13", "uint8[2,3]")]
    [TestCase(M + "QLinearWhere", "bool[2,1] uint8[1,3] " + Q + " uint8[2,3] " + Q + " " + Q, "", "uint8[2,3]")]
    [TestCase(M + "QLinearConcat", Q + " uint8[2,3] " + Q + " uint8[2,5] " + Q, "axis=1", "uint8[2,8]")]
    [TestCase(M + "QLinearConv", "uint8[1,8,8,3] " + Q + " uint8[4,3,3,3] " + Q + " " + Q, "channels_last=1 pads=[1,1,1,1] strides=[2,2]", "uint8[1,4,4,4]")]
    [TestCase(M + "QLinearConv", "uint8[1,8,9,3] " + Q + " uint8[4,3,3,3] " + Q + " " + Q, "channels_last=1", "uint8[1,6,7,4]")]
    [TestCase(M + "QLinearAveragePool", "uint8[1,8,9,3] " + Q + " " + Q, "channels_last=1 kernel_shape=[2,2] strides=[2,2]", "uint8[1,4,4,3]")]
    [TestCase(M + "QLinearGlobalAveragePool", "uint8[1,8,9,3] " + Q + " " + Q, "channels_last=1", "uint8[1,1,1,3]")]
    [TestCase(M + "QLinearGlobalAveragePool", "uint8[1,3,8,9] " + Q + " " + Q, "", "uint8[1,3,1,1]")]
    [TestCase(M + "NhwcMaxPool", "uint8[1,8,9,3]", "kernel_shape=[3,3] strides=[2,2] ceil_mode=1", "uint8[1,4,4,3]")]
    [TestCase(M + "QuantizeLinear", "float[2,3] float[] uint16[]", "", "uint16[2,3]")]
    [TestCase(M + "DequantizeLinear", "int8[2,3] float[] int8[]", "", "float32[2,3]")]
    [TestCase(M + "DynamicQuantizeLSTM", "float[5,2,4] int8[1,4,12] int8[1,3,12] - - - - - float[1] int8[1] float[1] int8[1]", "hidden_size=3", "float32[5,1,2,3]; float32[1,2,3]; float32[1,2,3]")]
    public void Quantized_operators(string name, string inputs, string attributes, string expected) => Check(name, inputs, attributes, expected);

    [TestCase(M + "Attention", "float[2,3,8] float[8,24] float[24]", "num_heads=2", "float32[2,3,8]; float32[2,2,2,3,4]")]
    [TestCase(M + "Attention", "float[2,3,8] float[8,24] float[24] - float[2,2,2,5,4]", "num_heads=2 unidirectional=1", "float32[2,3,8]; float32[2,2,2,8,4]")]
    [TestCase(M + "Attention", "float[2,3,8] float[8,20] float[20]", "num_heads=2 qkv_hidden_sizes=[8,8,4]", "float32[2,3,4]")]
    [TestCase(M + "QAttention", "uint8[2,3,8] uint8[8,24] float[24] float[] float[]", "num_heads=2", "float32[2,3,8]")]
    [TestCase(M + "MultiHeadAttention", "float[2,3,8] float[2,5,8] float[2,5,6]", "num_heads=2", "float32[2,3,6]")]
    [TestCase(M + "MultiHeadAttention", "float[2,3,8] float[2,5,8] float[2,5,8] - - - float[2,2,6,4] float[2,2,6,4]", "num_heads=2", "float32[2,3,8]; float32[2,2,11,4]; float32[2,2,11,4]")]
    [TestCase(M + "GroupQueryAttention", "float[1,3,32] float[1,3,16] float[1,3,16] float[1,2,0,8] float[1,2,0,8] int32[1]=2 int32[1]=3", "num_heads=4 kv_num_heads=2", "float32[1,3,32]; float32[1,2,?,8]; float32[1,2,?,8]")]
    [TestCase(M + "GroupQueryAttention", "float[1,3,64] - - float[1,2,0,8] float[1,2,0,8] int32[1]=2 int32[1]=3", "num_heads=4 kv_num_heads=2", "float32[1,3,32]; float32[1,2,?,8]; float32[1,2,?,8]")]
    [TestCase(M + "RotaryEmbedding", "float[1,3,8] int64[1] float[4,2] float[4,2]", "num_heads=2 rotary_embedding_dim=4", "float32[1,3,8]")]
    [TestCase(M + "NGramRepeatBlock", "int64[1,4] float[1,9]", "ngram_size=3", "float32[1,9]")]
    public void Attention(string name, string inputs, string attributes, string expected) => Check(name, inputs, attributes, expected);

    [TestCase(M + "Pad", "float[2,3] int64[4]=1,0,2,-1", "", "float32[5,2]")]
    [TestCase(M + "Trilu", "float[3,4]", "upper=0", "float32[3,4]")]
    [TestCase(M + "Unique", "float[5]=1,2,1,2,3", "", "float32[?]; int64[5]; int64[?]")]
    [TestCase(M + "GatherND", "float[3,4,5] int64[2,2]", "", "float32[2,5]")]
    [TestCase(M + "ExpandDims", "float[3,4] int32[]=1", "", "float32[3,1,4]")]
    [TestCase(M + "ExpandDims", "float[3,4] int32[]=0", "", "float32[1,3,4]")]
    [TestCase(M + "Range", "float[]=1 float[]=4", "", "float32[3]")]
    [TestCase(M + "UnfoldTensor", "float[3,7]", "dim=1 size=3 step=2", "float32[3,3,3]")]
    [TestCase(M + "CropAndResize", "float[1,2,8,8] float[3,4] int32[3] int32[2]=4,5", "", "float32[3,2,4,5]")]
    [TestCase(M + "GridSample", "float[1,2,8,8] float[1,4,5,2]", "", "float32[1,2,4,5]")]
    [TestCase(M + "MurmurHash3", "int32[2,3]", "positive=0", "int32[2,3]")]
    [TestCase(M + "Tokenizer", "string[2]", "mark=0 mincharnum=1 pad_value=# separators=[b,c]", "string[2,?]")]
    [TestCase(M + "SampleOp", "float[2,3]", "", "float32[2,3]")]
    [TestCase(M + "DynamicTimeWarping", "float[3,4]", "", "int32[2,?]")]
    [TestCase(M + "GatherBlockQuantized", "uint4[3,32] int64[2] float[3,1]", "block_size=32", "float32[2,32]")]
    public void Other_operators(string name, string inputs, string attributes, string expected) => Check(name, inputs, attributes, expected);

    [TestCase(Nchwc + "Upsample", "float[1,16,3,4]", "scales=[1,1,2,3]", "float32[1,16,6,12]")]
    [TestCase(Nchwc + "MaxPool", "float[1,16,8,8]", "kernel_shape=[2,2] strides=[2,2]", "float32[1,16,4,4]")]
    [TestCase(Nchwc + "GlobalAveragePool", "float[1,16,8,8]", "", "float32[1,16,1,1]")]
    [TestCase(Nchwc + "ReorderInput", "float[1,16,8,8]", "", "float32[1,16,8,8]")]
    [TestCase(Nchwc + "ReorderInput", "float[1,8,9,12]", "channels_last=1", "float32[1,?,8,9]")]
    [TestCase(Nchwc + "ReorderOutput", "float[1,16,8,9]", "channels=12 channels_last=1", "float32[1,8,9,12]")]
    [TestCase(Nchwc + "Conv", "float[1,16,8,8] float[32,16,3,3]", "", "float32[1,32,6,6]")]
    public void Blocked_channels(string name, string inputs, string attributes, string expected) => Check(name, inputs, attributes, expected);

    [TestCase("|ImageScaler", "float[1,3,4,5]", "scale=0.5 bias=[0.5,0.5,0.5]", "float32[1,3,4,5]")]
    [TestCase("|Crop", "float[1,3,8,9]", "border=[1,2,3,4]", "float32[1,3,2,5]")]
    [TestCase("|Crop", "float[1,3,8,9]", "border=[1,2,0,0] scale=[3,4]", "float32[1,3,3,4]")]
    [TestCase("|Affine", "float[4]", "alpha=0.5", "float32[4]")]
    [TestCase("|ScaledTanh", "float[4]", "alpha=0.5 beta=0.5", "float32[4]")]
    [TestCase("|ParametricSoftplus", "float[4]", "alpha=0.5 beta=0.5", "float32[4]")]
    [TestCase("|Scale", "float[4]", "scale=0.5", "float32[4]")]
    [TestCase("|DynamicSlice", "float[4] int64[1]=1 int64[1]=3", "", "float32[?]")]
    [TestCase("|ThresholdedRelu", "float[4]", "", "float32[4]")]
    [TestCase("|MeanVarianceNormalization", "float[1,2,3,4]", "", "float32[1,2,3,4]")]
    [TestCase("|LayerNormalization", "float[2,3] float[3]", "", "float32[2,3]; float32[2,1]")]
    public void What_onnx_gave_up(string name, string inputs, string attributes, string expected) => Check(name, inputs, attributes, expected, name.EndsWith("MeanVarianceNormalization", StringComparison.Ordinal) ? 8 : 9);

    [TestCase("|GRUUnit", "float[1,2] float[1,6] float[1] float[1]")]
    [TestCase("|GivenTensorFill", "float[2]")]
    public void Two_of_them_have_no_kernel(string name, string inputs)
    {
        using var stream = new MemoryStream();
        OnnxModel.Save(OperatorText.Parse(name, inputs, "", 1, 9), stream);
        Assert.That(() => new InferenceSession(stream.ToArray()).Dispose(), Throws.TypeOf<OnnxRuntimeException>().With.Message.Contains("NotImplemented"));
    }

    [TestCase(Ml + "ArrayFeatureExtractor", "float[2,3] int64[2]", "", "float32[2,2]")]
    [TestCase(Ml + "ArrayFeatureExtractor", "float[3] int64[1,2]", "", "float32[1,2]")]
    [TestCase(Ml + "Binarizer", "float[2,3]", "threshold=0.5", "float32[2,3]")]
    [TestCase(Ml + "CategoryMapper", "string[2,3]", "cats_strings=[a,b] cats_int64s=[1,2]", "int64[2,3]")]
    [TestCase(Ml + "FeatureVectorizer", "float[2,3] float[2,4]", "inputdimensions=[3,4]", "float32[2,7]")]
    [TestCase(Ml + "Imputer", "float[2,3]", "imputed_value_floats=[0.5] replaced_value_float=0.5", "float32[2,3]")]
    [TestCase(Ml + "LabelEncoder", "string[2]", "keys_strings=[a,b] values_floats=[0.5,1.5]", "float32[2]")]
    [TestCase(Ml + "LinearClassifier", "float[2,3]", "classlabels_ints=[1,2,3] coefficients=[0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5,0.5] intercepts=[0.5,0.5,0.5]", "int64[2]; float32[2,3]")]
    [TestCase(Ml + "LinearClassifier", "float[2,3]", "classlabels_strings=[a,b] coefficients=[0.5,0.5,0.5] intercepts=[0.5]", "string[2]; float32[2,2]")]
    [TestCase(Ml + "LinearRegressor", "float[2,3]", "coefficients=[0.5,0.5,0.5,0.5,0.5,0.5] intercepts=[0.5,0.5] targets=2", "float32[2,2]")]
    [TestCase(Ml + "Normalizer", "float[2,3]", "norm=L2", "float32[2,3]")]
    [TestCase(Ml + "OneHotEncoder", "int64[2,3]", "cats_int64s=[0,1,2,3]", "float32[2,3,4]")]
    [TestCase(Ml + "Scaler", "int64[2,3]", "offset=[0.5,0.5,0.5] scale=[0.5,0.5,0.5]", "float32[2,3]")]
    [TestCase(Ml + "SVMRegressor", "float[2,3]", "coefficients=[0.5] kernel_params=[0.5,0.5,2.5] kernel_type=RBF n_supports=1 rho=[0.5] support_vectors=[0.5,0.5,0.5]", "float32[2,1]")]
    [TestCase(Ml + "TreeEnsembleRegressor", "float[2,3]", "n_targets=1 nodes_treeids=[0,0,0] nodes_nodeids=[0,1,2] nodes_featureids=[0,0,0] nodes_values=[0.5,0.5,0.5] nodes_modes=[BRANCH_LEQ,LEAF,LEAF] nodes_truenodeids=[1,0,0] nodes_falsenodeids=[2,0,0] target_treeids=[0,0] target_nodeids=[1,2] target_ids=[0,0] target_weights=[0.5,1.5]", "float32[2,1]")]
    [TestCase(Ml + "TreeEnsembleClassifier", "float[2,3]", "classlabels_strings=[a,b,c] nodes_treeids=[0,0,0] nodes_nodeids=[0,1,2] nodes_featureids=[0,0,0] nodes_values=[0.5,0.5,0.5] nodes_modes=[BRANCH_LEQ,LEAF,LEAF] nodes_truenodeids=[1,0,0] nodes_falsenodeids=[2,0,0] class_treeids=[0,0] class_nodeids=[1,2] class_ids=[0,2] class_weights=[0.5,1.5]", "string[2]; float32[2,3]")]
    public void Machine_learning(string name, string inputs, string attributes, string expected) => Check(name, inputs, attributes, expected);

    private static void Check(string name, string inputs, string attributes, string expected, int opset = 16)
    {
        Model model = OperatorText.Parse(name, inputs, attributes, expected.Split(';').Length, opset);
        using var stream = new MemoryStream();
        OnnxModel.Save(model, stream);
        ShapeInference.Infer(model);
        TensorType[] inferred = [.. model.Graph.Outputs.Select(output => (TensorType)output.Type!)];
        Assert.That(string.Join("; ", inferred.AsEnumerable()), Is.EqualTo(expected));

        using var options = new SessionOptions { GraphOptimizationLevel = GraphOptimizationLevel.ORT_DISABLE_ALL, IntraOpNumThreads = 1, LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR };
        using var session = new InferenceSession(stream.ToArray(), options);
        using var runOptions = new RunOptions();
        using IDisposableReadOnlyCollection<OrtValue> outputs = session.Run(runOptions, [], (OrtValue[])[], session.OutputNames);
        foreach ((TensorType type, OrtValue value) in inferred.Zip(outputs))
        {
            OrtTensorTypeAndShapeInfo computed = value.GetTensorTypeAndShape();
            Assert.That((int)computed.ElementDataType, Is.EqualTo((int)type.ElementType));
            Assert.That(computed.Shape.Length, Is.EqualTo(type.Shape!.Rank));
            foreach ((long size, Dimension dimension) in computed.Shape.Zip(type.Shape))
                Assert.That(dimension.Size ?? size, Is.EqualTo(size));
        }
    }
}
