using OnnxConvert.Extensibility;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>RANK → a constant, since ranks are known.</summary>
/// <remarks>Files write an input of unknown rank as one of rank 0, which nobody asks the rank of.</remarks>
[OpHandler(TfLiteOps.Domain, TfLiteOps.Rank, Restrictions = "not of a model's input that is declared without dimensions")]
[OpHandler(TfLiteOps.CustomDomain, "FlexRank", Restrictions = "not of a model's input that is declared without dimensions")]
internal sealed class RankHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        int rank = op.Rank(0);
        if (rank == 0 && op.Input(0).IsGraphInput)
            throw op.NotSupported("the input has no dimensions in the file, which may mean that its rank is not known; convert the model again with a shape", op.Input(0));
        op.RawResult(0, op.Emit.Const(rank, op.OutputType(0)));
    }
}
