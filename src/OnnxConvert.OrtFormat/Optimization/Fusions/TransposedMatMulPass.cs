using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;
using OnnxConvert.Rewriting;

namespace OnnxConvert.OrtFormat.Optimization.Fusions;

/// <summary>
/// Transpose of the last two dimensions → MatMul → FusedMatMul with transA or transB; Transpose that brings the first dimension
/// behind the batch dimensions likewise, with transBatchA or transBatchB. A Cast may stand between, and is then before. The
/// Transpose stays where others read it. (MatmulTransposeFusion)
/// </summary>
internal sealed class TransposedMatMulPass : NodeOptimizer
{
    /// <summary>An operand that is transposed: by which node, which cast behind it, and what the two amount to.</summary>
    private readonly record struct Operand(Node Transpose, Node? Cast, bool Swaps, bool MovesBatch)
    {
        internal Value Source => Transpose.Inputs[0]!;
    }

    protected override bool Optimize(Node node, Graph graph, OptimizerContext context)
    {
        if (!(node.Is("MatMul") || node.IsMicrosoft("FusedMatMul")) || node.Inputs[0]!.ElementType is not (ElementType.Float or ElementType.Double))
            return false;
        Operand? left = Transposed(node, 0, "A"), right = Transposed(node, 1, "B");
        if (left is null && right is null)
            return false;

        Node fused = Fusion.Replace(node.Outputs[0], "FusedMatMul", MicrosoftOperators.Domain, [Source(node, 0, left), Source(node, 1, right)], node);
        Fusion.CopyAttributes(node, fused);
        Flip(fused, "A", left);
        Flip(fused, "B", right);
        Fusion.RemoveUnread([.. new[] { left, right }.SelectMany(operand => new[] { operand?.Cast, operand?.Transpose }).OfType<Node>().Distinct()]);
        return true;
    }

    private static Value? Source(Node node, int input, Operand? operand)
    {
        if (operand is not { Cast: { } cast, Source: var source })
            return operand?.Source ?? node.Inputs[input];
        Node moved = node.Graph!.InsertBefore(cast, "Cast", [source]);
        Fusion.CopyAttributes(cast, moved);
        return moved.AddOutput($"{cast.Outputs[0].Name}_transformed", new TensorType(cast.Outputs[0].ElementType, source.Shape));
    }

    private static void Flip(Node fused, string side, Operand? operand)
    {
        if (operand is { Swaps: true })
            fused.Attributes.Set(new NodeAttribute($"trans{side}", fused.Attributes.Int($"trans{side}") ^ 1));
        if (operand is { MovesBatch: true })
            fused.Attributes.Set(new NodeAttribute($"transBatch{side}", 1L));
    }

    private static Operand? Transposed(Node node, int input, string side)
    {
        Node? cast = node.Producer(input, "Cast");
        if (cast is not null && Neighbours.OnlyReader(cast) is null)
            return null;
        if ((cast ?? node).Producer(cast is null ? input : 0, "Transpose") is not { } transpose || transpose.Outputs[0].IsGraphOutput || Permutation(transpose) is not { Length: >= 2 } perm)
            return null;

        int rank = perm.Length;
        int last = perm[rank - 1] == rank - 1 ? rank - 1 : perm[rank - 2] == rank - 1 ? rank - 2 : rank;
        if (last == rank || (rank >= 3 && perm[0] > 1))
            return null;
        for (int i = 0; i < rank - 3; i++)
        {
            if (perm[i] + 1 != perm[i + 1])
                return null;
        }

        bool swaps = last == rank - 2, movesBatch = rank >= 3 && perm[0] == 1;
        // What is transposed already is left alone where the batch dimensions would move as well.
        if (movesBatch && (node.Attributes.Int($"trans{side}") != 0 || node.Attributes.Int($"transBatch{side}") != 0 || node.Inputs[1 - input]!.Shape?.Rank != rank))
            return null;
        return swaps || movesBatch ? new Operand(transpose, cast, swaps, movesBatch) : null;
    }

    /// <summary>Without the attribute the dimensions are reversed.</summary>
    private static long[]? Permutation(Node transpose) => transpose.Attributes.Ints("perm") is { IsEmpty: false } perm
        ? [.. perm]
        : transpose.Inputs[0]!.Shape is { } shape ? [.. Enumerable.Range(0, shape.Rank).Reverse().Select(axis => (long)axis)] : null;
}
