using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's StringJoin → StringConcat: the strings of all inputs one after the other, with a separator between.</summary>
/// <remarks>StringConcat: 20.</remarks>
[OpHandler(TfLiteOps.CustomDomain, "FlexStringJoin", MinOpset = 20)]
internal sealed class FlexStringJoinHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        string separator = op.Text("separator");
        Value y = op.Declared(0);
        for (int i = 1; i < op.InputCount; i++)
        {
            if (separator.Length > 0)
                y = emit.Node("StringConcat", [y, emit.Const(TensorData.FromStrings([], [op.Node.Attributes.Find("separator")!.StringBytes]))]);
            y = emit.Node("StringConcat", [y, op.Declared(i)]);
        }

        op.DeclaredResult(0, y);
    }
}
