using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's RandomUniformInt → RandomUniformLike, Floor: integers from the second input to below the third, in a given shape.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexRandomUniformInt", Restrictions = "other random numbers of the same distribution")]
internal sealed class FlexRandomUniformIntHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value min = emit.Cast(op.Declared(1), ElementType.Double);
        Value span = emit.Sub(emit.Cast(op.Declared(2), ElementType.Double), min);
        Value random = emit.Node("RandomUniformLike", [emit.Zeros(op.Indices(0), ElementType.Double)], op.Seed());
        Value number = emit.Add(emit.Unary("Floor", emit.Mul(random, span)), min);
        op.DeclaredResult(0, emit.Cast(number, op.OutputType(0)));
    }
}
