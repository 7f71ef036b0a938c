using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;
using OnnxConvert.Operators.Inference;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Operators.Elementwise;

/// <summary>Operators on the elements of all inputs at one place, by multidirectional broadcasting.</summary>
internal abstract class BroadcastOperator : OperatorDefinition
{
    public override OperatorTraits Traits => OperatorTraits.Elementwise;

    public override LayoutRule Layout => ElementwiseLayoutRule.Broadcasting;

    public override void Infer(InferenceCall c) => c.Set(0, ResultType(c), Result(c));

    /// <summary>The element type of the result: that of the inputs, unless an operator says otherwise.</summary>
    private protected virtual ElementType ResultType(InferenceCall c) => c.Type(0);

    // Before opset 7 the second input was fitted to the first, at a place that an attribute gave.
    private static Shape? Result(InferenceCall c) => c.Opset < 7 ? c.Shape(0) : Dims.BroadcastInputs(c);
}
