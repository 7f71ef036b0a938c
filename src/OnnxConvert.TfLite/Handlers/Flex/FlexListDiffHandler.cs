using OnnxConvert.Converting;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.TfLite.Handlers;

/// <summary>TensorFlow's ListDiff → Equal and Compress: the elements of a vector that another one does not have, and their places.</summary>
[OpHandler(TfLiteOps.CustomDomain, "FlexListDiff", Restrictions = "computed sizes need opset 11")]
internal sealed class FlexListDiffHandler : IOpHandler
{
    public void Convert(OpContext op)
    {
        Emitter emit = op.Emit;
        Value x = op.Declared(0);
        Value equal = emit.Compare("Equal", emit.Unsqueeze(x, 1), emit.Unsqueeze(op.Declared(1), 0));
        Value count = emit.Reduce("ReduceSum", emit.Cast(equal, ElementType.Int32), [1], keepDims: false);
        Value isNew = emit.Compare("Equal", count, emit.Const(0));
        var axis = new NodeAttribute("axis", 0L);
        op.DeclaredResult(0, emit.Node("Compress", [x, isNew], axis));
        op.DeclaredResult(1, emit.Cast(emit.Node("Compress", [emit.Indices(emit.Length(x, 0)), isNew], axis), op.OutputType(1)));
    }
}
