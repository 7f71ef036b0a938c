using OnnxConvert.Ir;

namespace OnnxConvert.Emission;

public sealed partial class Emitter
{
    /// <summary>A bool of one element in the form that branches and loops take: without dimensions.</summary>
    internal Value AsCondition(Value condition) => condition.Shape is { Rank: > 0 } ? Reshape(condition) : condition;

    internal IReadOnlyList<Value> If(Value condition, Graph then, Graph otherwise, int outputCount) =>
        Nodes("If", outputCount, [AsCondition(condition)], new NodeAttribute("then_branch", then), new NodeAttribute("else_branch", otherwise));

    /// <summary>A loop without a limit to its rounds. It gives the carried values, and then those of all rounds stacked.</summary>
    internal IReadOnlyList<Value> Loop(Value condition, Graph body, ReadOnlySpan<Value> carried, int stacked) =>
        Nodes("Loop", carried.Length + stacked, [null, AsCondition(condition), .. carried], new NodeAttribute("body", body));
}
