using OnnxConvert.Ir;
using OnnxConvert.Operators.Layout;

namespace OnnxConvert.Optimizers.Layout;

/// <summary>
/// Chooses for every operator of a plan whether it is permuted, so that the transposes that remain move as few bytes as
/// possible. Each operator is on one of two sides; a tensor whose producer and some reader are on different sides costs
/// one transpose, however many such readers there are. The cheapest choice is a minimum cut.
/// </summary>
internal static class LayoutCut
{
    /// <summary>Decides, and tells whether the decision is cheaper than leaving all as it is.</summary>
    internal static bool Decide(LayoutPlan plan)
    {
        var cut = new MinCut();
        foreach (LayoutOperation operation in plan.Operations)
            operation.CutNode = cut.AddNode();
        List<Costs> costs = [.. plan.Tensors.Where(tensor => !tensor.Value.IsConstant).Select(tensor => Costs.Of(plan, tensor))];
        foreach (Costs tensor in costs)
            tensor.AddTo(cut);

        bool[] source = cut.Solve();
        var present = new bool[source.Length];
        present[MinCut.Source] = true;
        foreach (LayoutOperation operation in plan.Operations)
        {
            present[operation.CutNode] = operation.Flipped;
            operation.IsPermuted = source[operation.CutNode] != operation.Flipped;
        }

        return costs.Sum(tensor => tensor.Under(source)) < costs.Sum(tensor => tensor.Under(present));
    }

    /// <summary>What one tensor costs, depending on the sides of its producer and readers.</summary>
    private sealed record Costs(int Producer, int[] Readers, long Cost)
    {
        internal static Costs Of(LayoutPlan plan, LayoutTensor tensor)
        {
            int asItIs = tensor.Flipped ? MinCut.Source : MinCut.Sink;
            int permuted = tensor.Flipped ? MinCut.Sink : MinCut.Source;
            var readers = new List<int>();
            foreach ((Use use, Permutation through) in plan.ReadersOf(tensor.Value))
            {
                LayoutOperation? operation = plan.OperationOf(use.Node);
                if (operation?.ReadsPermuted(use.InputIndex) == true)
                    readers.Add(operation.CutNode);
                else if (through.IsIdentity)
                    readers.Add(asItIs);
                else if (through.Equals(tensor.Alternative))
                    readers.Add(permuted);
            }

            if (tensor.Value.IsGraphOutput)
                readers.Add(asItIs);
            if (tensor.Value.Uses.Any(use => plan.IsTranspose(use.Node) && use.Node.Outputs[0].IsGraphOutput && LayoutPlan.PermutationOf(use.Node).Equals(tensor.Alternative)))
                readers.Add(permuted);
            return new Costs(plan.ProducerOf(tensor)?.CutNode ?? asItIs, [.. readers.Distinct()], tensor.Cost);
        }

        internal void AddTo(MinCut cut)
        {
            if (Readers.Length == 0)
                return;
            int toSink = cut.AddNode();
            cut.AddEdge(Producer, toSink, Cost);
            int toSource = cut.AddNode();
            cut.AddEdge(toSource, Producer, Cost);
            foreach (int reader in Readers)
            {
                cut.AddEdge(toSink, reader, MinCut.Infinite);
                cut.AddEdge(reader, toSource, MinCut.Infinite);
            }
        }

        internal long Under(bool[] source) => Readers.Any(reader => source[reader] != source[Producer]) ? Cost : 0;
    }
}
