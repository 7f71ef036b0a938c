using OnnxConvert.Emission;
using OnnxConvert.Ir;

namespace OnnxConvert.Core.Tests.Optimizers;

/// <summary>Inner graphs for tests.</summary>
internal static class Branches
{
    /// <summary>An If whose branches both compute what <paramref name="build"/> emits.</summary>
    internal static Value If(GraphBuilder builder, Func<Emitter, Value> build)
    {
        Value condition = builder.Input("condition", ElementType.Bool);
        return builder.Emit.Node("If", [condition], new NodeAttribute("then_branch", Branch(builder, build)), new NodeAttribute("else_branch", Branch(builder, build)));
    }

    private static Graph Branch(GraphBuilder builder, Func<Emitter, Value> build)
    {
        var graph = new Graph("branch");
        graph.AddOutput(build(new Emitter(graph, builder.Emit.Opset, new NameScope())));
        return graph;
    }
}
