using System.Text;
using OnnxConvert.Converting;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RegexFullMatch and StaticRegexFullMatch → RegexFullMatch: whether a pattern covers a string from its start to its end. Both mean RE2's patterns.</summary>
/// <remarks>RegexFullMatch: 20.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexRegexFullMatch", MinOpset = 20, Restrictions = "the pattern must be constant")]
[OpHandler(TfLiteOps.CustomDomain, "FlexStaticRegexFullMatch", MinOpset = 20)]
internal sealed class FlexRegexFullMatchHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        string pattern = op.HasInput(1)
            ? op.Constant(1) is StringTensorData { Values: [var bytes] } ? Encoding.UTF8.GetString(bytes.Span) : throw op.NotSupported("the pattern must be constant", op.Input(1))
            : op.Text("pattern");
        op.DeclaredResult(0, op.Emit.Node("RegexFullMatch", [op.Declared(0)], new NodeAttribute("pattern", pattern)));
    }
}
