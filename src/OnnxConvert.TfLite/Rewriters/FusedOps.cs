namespace OnnxConvert.TfLite.Rewriters;

/// <summary>The operators of <see cref="TfLiteOps.FusedDomain"/>, mostly named after the ONNX operators that they become.</summary>
internal static class FusedOps
{
    internal const string Attention = "Attention";
    internal const string Gru = "GRU";
    internal const string HardSigmoid = "HardSigmoid";
    internal const string InstanceNormalization = "InstanceNormalization";
    internal const string LayerNormalization = "LayerNormalization";
    internal const string ListOfItems = "ListOfItems";
    internal const string Loop = "Loop";
    internal const string Lstm = "LSTM";
    internal const string RmsNormalization = "RMSNormalization";
    internal const string Rnn = "RNN";
}
