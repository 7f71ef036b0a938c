using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RANK → a constant, since ranks are known.</summary>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Rank)]
internal sealed class RankHandler : IOpHandler
{
    public void Convert(OpContext op) => op.RawResult(0, op.Emit.Const(op.Rank(0), op.OutputType(0)));
}
