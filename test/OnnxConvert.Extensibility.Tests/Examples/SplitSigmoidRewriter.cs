#region rewriter
using OnnxConvert.Converting;
using OnnxConvert.Ir;
using OnnxConvert.TfLite;

namespace Acme.Models;

/// <summary>OneOverOnePlus(ExpOfMinus(x)) → LOGISTIC(x): our trainer writes a sigmoid as two custom operators.</summary>
[Rewriter]
internal sealed class SplitSigmoidRewriter : IRewriter
{
    public bool Rewrite(Node node, RewriteContext context)
    {
        if (node.Domain != TfLiteOps.CustomDomain || node.OpType != "OneOverOnePlus")
            return false;
        if (node.Input(0)?.Producer is not { OpType: "ExpOfMinus", Domain: TfLiteOps.CustomDomain } exponential)
            return context.Miss(node, "its input is not computed by ExpOfMinus");

        Node logistic = context.Insert(node, TfLiteOps.Domain, TfLiteOps.Logistic, exponential.Input(0));
        Value y = node.Outputs[0];
        RewriteContext.Replace(y, logistic.AddOutput(y.Name, y.Type));
        return true;
    }
}
#endregion
