using OnnxConvert.Converting;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's form of an operator that moves blocks of pixels into channels or back.</summary>
/// <param name="opType">The builtin operator that does the same.</param>
internal abstract class FlexBlockHandler(string opType) : IOpHandler
{
    public void Convert(OpContext op)
    {
        if (op.HasChannelsFirst())
            throw op.NotSupported($"the data format is {op.Text("data_format")}; NHWC is covered");
        op.TryHandler(TfLiteOps.Domain, opType);
    }
}
