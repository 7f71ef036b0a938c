using OnnxConvert.Optimizers.Layout;

namespace OnnxConvert.Core.Tests.Optimizers.Layout;

public class MinCutTests
{
    [Test]
    public void The_narrowest_place_of_a_chain_is_cut()
    {
        var cut = new MinCut();
        int a = cut.AddNode(), b = cut.AddNode();
        cut.AddEdge(MinCut.Source, a, 5);
        cut.AddEdge(a, b, 2);
        cut.AddEdge(b, MinCut.Sink, 3);
        Assert.That(cut.Solve(), Is.EqualTo(new[] { true, false, true, false }));
    }

    [Test]
    public void Flow_is_sent_back_where_the_first_path_was_a_bad_choice()
    {
        // Two disjoint paths need the crossing edge's flow to be undone.
        var cut = new MinCut();
        int a = cut.AddNode(), b = cut.AddNode();
        cut.AddEdge(MinCut.Source, a, 10);
        cut.AddEdge(MinCut.Source, b, 10);
        cut.AddEdge(a, b, 1);
        cut.AddEdge(a, MinCut.Sink, 4);
        cut.AddEdge(b, MinCut.Sink, 9);
        Assert.That(cut.Solve(), Is.EqualTo(new[] { true, false, true, true }));
    }

    [Test]
    public void Infinite_edges_are_never_cut()
    {
        var cut = new MinCut();
        int a = cut.AddNode(), b = cut.AddNode();
        cut.AddEdge(MinCut.Source, a, MinCut.Infinite);
        cut.AddEdge(a, b, MinCut.Infinite);
        cut.AddEdge(b, MinCut.Sink, 1_000_000_000_000);
        Assert.That(cut.Solve(), Is.EqualTo(new[] { true, false, true, true }));
    }

    [Test]
    public void What_is_not_connected_lies_on_the_side_of_the_sink()
    {
        var cut = new MinCut();
        cut.AddNode();
        Assert.That(cut.Solve(), Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public void Random_graphs_are_cut_as_cheaply_as_trying_all_cuts_finds()
    {
        var random = new Random(3);
        for (int round = 0; round < 200; round++)
        {
            int inner = random.Next(1, 7);
            var cut = new MinCut();
            for (int i = 0; i < inner; i++)
                cut.AddNode();
            var edges = Enumerable.Range(0, random.Next(1, 18)).Select(_ => (From: random.Next(inner + 2), To: random.Next(inner + 2), Capacity: (long)random.Next(1, 9))).ToArray();
            foreach ((int from, int to, long capacity) in edges)
                cut.AddEdge(from, to, capacity);
            long best = Enumerable.Range(0, 1 << inner).Min(sides => Cost(edges, node => node == MinCut.Source || (node > 1 && ((sides >> (node - 2)) & 1) == 1)));
            bool[] found = cut.Solve();
            Assert.That((found[MinCut.Source], found[MinCut.Sink], Cost(edges, node => found[node])), Is.EqualTo((true, false, best)));
        }
    }

    [Test]
    [CancelAfter(20_000)]
    public void Long_chains_take_no_stack_and_little_time()
    {
        const int Length = 100_000;
        var cut = new MinCut();
        int node = MinCut.Source;
        for (int i = 0; i < Length; i++)
        {
            int next = cut.AddNode();
            cut.AddEdge(node, next, i == Length / 2 ? 1 : 5);
            node = next;
        }

        cut.AddEdge(node, MinCut.Sink, 5);
        Assert.That(cut.Solve().Count(side => side), Is.EqualTo((Length / 2) + 1));
    }

    private static long Cost((int From, int To, long Capacity)[] edges, Func<int, bool> isSource) => edges.Where(edge => isSource(edge.From) && !isSource(edge.To)).Sum(edge => edge.Capacity);
}
