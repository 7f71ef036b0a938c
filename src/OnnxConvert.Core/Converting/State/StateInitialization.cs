using OnnxConvert.Converting.Stages;
using OnnxConvert.Converting.Subgraphs;
using OnnxConvert.Ir;
using OnnxConvert.Operators.Evaluation;

namespace OnnxConvert.Converting.State;

/// <summary>Runs a source graph that sets states, at conversion: what it sets becomes the default of the state's graph input.</summary>
internal static class StateInitialization
{
    internal static void Run(OpContext op, GraphConverter outer, Graph initialization)
    {
        if (initialization.Inputs.Count > 0)
            throw op.NotSupported($"initializes by subgraph '{initialization.Name}', which takes inputs; nothing can be handed to it");
        GraphConverter inner = outer.For(outer.Scope.Inner(new Graph(initialization.Name)));
        SubgraphCalls.Convert(inner, initialization);
        foreach (ModelState state in inner.Scope.WrittenStates)
        {
            if (!ReferenceEquals(outer.Scope.Current(state), state.Initial))
                throw op.NotSupported($"initializes the state '{state.Tensor.Name}' after it was written");
            inner.Tensors.SetStored(state.Tensor, inner.Scope.Current(state));
            TensorData? data = Contents(inner.Tensors.GetOutput(state.Tensor), op.Opset);
            state.Input.Graph.SetInitializer(state.Input, data ?? throw op.NotSupported($"what it gives to the state '{state.Tensor.Name}' is not constant"));
        }
    }

    /// <summary>The contents of a value that follows from constants alone, else null.</summary>
    private static TensorData? Contents(Value value, int opset)
    {
        if (value.Producer is not { } node)
            return value.Constant;
        TensorData?[] inputs = [.. node.Inputs.Select(input => input is null ? null : Contents(input, opset))];
        return Evaluator.TryEvaluate(node, opset, inputs, out TensorData[] outputs) ? outputs[value.ProducerIndex] : null;
    }
}
