using OnnxConvert;
using OnnxConvert.Converting;
using OnnxConvert.TfLite;

ConversionResult result = Converter.FromTfLite(args[0]).Using(typeof(PlainSoftmax).Assembly).ToOnnx(13);
result.Save(args[1]);
Console.WriteLine($"{OnnxModel.Load(args[1]).Graph.NodeCount} nodes, {result.Report.Remarks.Count} remarks");
foreach (string remark in result.Report.Remarks)
    Console.WriteLine(remark);

/// <summary>A handler of the app's own, to be found by its attribute in the app's assembly.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Softmax)]
internal sealed class PlainSoftmax : IOpHandler
{
    public void Convert(OpContext op) => op.Result(0, op.Emit.SoftmaxLast("Softmax", op.Real(0), op.Rank(0)));
}
