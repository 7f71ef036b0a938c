using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>The outputs of operators that run over a sequence in both directions.</summary>
internal static class Bidirectional
{
    /// <summary>Sets two outputs, or one of both behind one another (option <c>merge_outputs</c>).</summary>
    /// <param name="op">The operator.</param>
    /// <param name="forward">What the forward cell gives, (time, batch, n).</param>
    /// <param name="backward">What the backward cell gives, each step in its place.</param>
    internal static void SetResults(OpContext op, Value forward, Value backward)
    {
        if (op.Flag("merge_outputs"))
        {
            op.Result(0, TimeMajor.To(op, op.Emit.Concat([forward, backward], 2)));
            return;
        }

        op.Result(0, TimeMajor.To(op, forward));
        op.Result(1, TimeMajor.To(op, backward));
    }
}
