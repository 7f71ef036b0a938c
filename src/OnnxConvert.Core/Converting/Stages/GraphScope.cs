using OnnxConvert.Converting.State;
using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Converting.Stages;

/// <summary>An ONNX graph that is being written: the main one, a branch or a loop's body. Several source graphs may go into one.</summary>
/// <param name="emit">Writes its nodes.</param>
/// <param name="states">The states of the model.</param>
/// <param name="outer">The graph around it, or null.</param>
internal sealed class GraphScope(Emitter emit, StateTable states, GraphScope? outer = null)
{
    private readonly Dictionary<ModelState, Value> _current = [];
    private readonly OrderedDictionary<ModelState, bool> _written = [];

    internal Emitter Emit { get; } = emit;

    internal StateTable States { get; } = states;

    /// <summary>The states that were given a new value here, in that order.</summary>
    internal IEnumerable<ModelState> WrittenStates => _written.Keys;

    /// <summary>The stored form of what a state holds at this point of the graph.</summary>
    internal Value Current(ModelState state) =>
        _current.TryGetValue(state, out Value? value) ? value : outer?.Current(state) ?? state.Initial;

    internal void Write(ModelState state, Value stored)
    {
        _current[state] = stored;
        _written[state] = true;
    }

    /// <summary>Lets the state enter by an input of this graph.</summary>
    internal void Carry(ModelState state, Value input) => _current[state] = input;

    /// <summary>A graph inside this one.</summary>
    internal GraphScope Inner(Graph graph) => new(Emit.Inside(graph), States, this);
}
