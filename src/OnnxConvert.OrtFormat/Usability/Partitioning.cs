using System.Collections.Immutable;

namespace OnnxConvert.OrtFormat;

/// <summary>How a model is divided between an accelerator and the CPU.</summary>
public sealed record Partitioning
{
    // ONNX Runtime's mobile checker draws the lines here: each border between partitions copies data.
    private const double MostNodes = 0.75;
    private const double ManyNodes = 0.5;

    /// <summary>The number of nodes of each partition that the accelerator runs, in the order in which they are formed.</summary>
    public required ImmutableArray<int> Sizes { get; init; }

    /// <summary>The number of nodes that the accelerator runs.</summary>
    public int SupportedNodes => Sizes.Sum();

    /// <summary>The number of all nodes, those of inner graphs included, which no accelerator runs.</summary>
    public required int Nodes { get; init; }

    /// <summary>The number of nodes of inner graphs.</summary>
    public required int NodesInSubgraphs { get; init; }

    /// <summary>The operators that the accelerator does not have, such as <c>ai.onnx:Loop</c>.</summary>
    public required ImmutableSortedSet<string> UnsupportedOperators { get; init; }

    /// <summary>The number of nodes that the accelerator does not have the operator for.</summary>
    public required int NodesOfUnsupportedOperators { get; init; }

    /// <summary>The number of nodes that do not go to the accelerator and have an input whose size is not fixed.</summary>
    public required int NodesOfDynamicShape { get; init; }

    /// <summary>The number of nodes that the accelerator has the operator for, but not with these attributes, types or ranks.</summary>
    public int NodesOfUnsupportedForm { get; init; }

    /// <summary>By the rule of ONNX Runtime's mobile checker: one partition of most of the nodes is good, more than two never are.</summary>
    public Verdict Verdict
    {
        get
        {
            double share = Nodes == 0 ? 0 : (double)SupportedNodes / Nodes;
            return Sizes.Length switch
            {
                1 when share > MostNodes => Verdict.Yes,
                1 when share > ManyNodes => Verdict.Maybe,
                2 when share > MostNodes => Verdict.Maybe,
                _ => Verdict.No,
            };
        }
    }
}
