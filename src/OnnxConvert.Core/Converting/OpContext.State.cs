using OnnxConvert.Converting.State;
using OnnxConvert.Converting.Tensors;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting;

public sealed partial class OpContext
{
    /// <summary>
    /// Sets what a state tensor at an input holds from now on, in real numbers. What it holds until then is read like any
    /// other input. In the ONNX model each state is a graph input with a default, and a graph output for the next run.
    /// </summary>
    public void NextState(int index, Value real)
    {
        _tensors.SetReal(Input(index), real, RealRange.All);
        _converter.WriteState(Input(index));
    }

    /// <summary>As <see cref="NextState"/>, given in the type that the file declares.</summary>
    public void NextStateDeclared(int index, Value declared)
    {
        _tensors.SetDeclared(Input(index), declared);
        _converter.WriteState(Input(index));
    }

    /// <summary>Sets a result to what a state of the model holds that is no tensor of the graph, such as a variable with a name.</summary>
    /// <param name="output">The output.</param>
    /// <param name="key">Tells the states of the model apart.</param>
    /// <param name="name">The name to give to the state's graph input.</param>
    public void ReadState(int output, object key, string name)
    {
        ModelState state = _converter.Scope.States.Get(key, name, Output(output));
        TensorMap states = _converter.Run.NewTensorMap(Emit);
        states.SetStored(state.Tensor, _converter.Scope.Current(state));
        _tensors.SetStored(Output(output), states.StoredFor(state.Tensor, Output(output)));
    }

    /// <summary>Sets a state of the model to an input's value.</summary>
    /// <param name="input">The input.</param>
    /// <param name="key">Tells the states of the model apart.</param>
    /// <param name="name">The name to give to the state's graph input.</param>
    public void WriteState(int input, object key, string name)
    {
        ModelState state = _converter.Scope.States.Get(key, name, Input(input));
        _converter.Scope.Write(state, _tensors.StoredFor(Input(input), state.Tensor));
    }

    /// <summary>What a state of the model holds at this point, where the source file has no tensor for it; zeros at the start.</summary>
    /// <param name="key">Tells the states of the model apart.</param>
    /// <param name="name">The name to give to the state's graph input.</param>
    /// <param name="type">The type, with all sizes.</param>
    public Value ReadState(object key, string name, TensorType type) => _converter.Scope.Current(_converter.Scope.States.Get(key, name, type, null));

    /// <summary>Sets a state that was read by <see cref="ReadState(object, string, TensorType)"/> before.</summary>
    public void WriteState(object key, Value value) =>
        _converter.Scope.Write(_converter.Scope.States.Find(key) ?? throw new InvalidOperationException($"The state {key} was not read before it is written."), value);

    /// <summary>What an input refers to that is no tensor in ONNX, as the operator that made it set it; null for tensors.</summary>
    public object? Handle(int index) => _converter.HandleOf(Input(index));

    /// <summary>Lets an output refer to something that is no tensor in ONNX; operators that take it ask by <see cref="Handle"/>.</summary>
    public void SetHandle(int index, object handle) => _converter.SetHandle(Output(index), handle);

    /// <summary>Something that handlers keep under a key for the whole model, made when it is first asked for.</summary>
    public T Shared<T>(object key, Func<T> create)
        where T : class => _converter.Run.Shared(key, create);
}
