using OnnxConvert.Ir;
using OnnxConvert.OrtFormat.Runtime;

namespace OnnxConvert.OrtFormat;

public class PartitionPlannerTests
{
    // A node for each letter: upper case is supported, lower case is not; a digit behind it says which node it reads, else the one before.
    [TestCase("ABC", "3")]
    [TestCase("AbC", "1,1")]
    [TestCase("abc", "")]
    [TestCase("ABcD", "2,1")]
    [TestCase("Ab0C0D2", "3", TestName = "An unsupported branch waits until nothing more can join")]
    [TestCase("AbC0D1", "2,1", TestName = "What reads from the branch comes into the next group")]
    public void Groups_are_as_large_as_they_can_be(string nodes, string sizes) =>
        Assert.That(string.Join(',', Plan(nodes).Sizes), Is.EqualTo(sizes));

    [TestCase("ABC", Verdict.Yes)]
    [TestCase("ABCd", Verdict.Maybe, TestName = "75 % is not more than 75 %")]
    [TestCase("ABCDe", Verdict.Yes)]
    [TestCase("Ab", Verdict.No)]
    [TestCase("ABcDEFGHIJ", Verdict.Maybe, TestName = "Two partitions are at best a maybe")]
    [TestCase("AbC", Verdict.No)]
    [TestCase("AABBcDDDDDDeFFFFFFFFF", Verdict.No, TestName = "Three never are")]
    [TestCase("", Verdict.No)]
    public void The_verdict_depends_on_partitions_and_share(string nodes, Verdict verdict) => Assert.That(Plan(nodes).Verdict, Is.EqualTo(verdict));

    [Test]
    public void What_is_not_supported_is_counted_by_reason()
    {
        Partitioning plan = Plan("Abb");
        Assert.That(plan.NodesOfUnsupportedOperators, Is.EqualTo(2));
        Assert.That(plan.UnsupportedOperators, Is.EqualTo(new[] { "ai.onnx:b" }));
    }

    [Test]
    public void Nodes_of_inner_graphs_count_for_the_cpu()
    {
        var inner = new Graph("inner");
        var graph = new Graph("main");
        Value a = graph.AddNode("A", [graph.AddInput("x", null)]).AddOutput("a");
        inner.AddNode("B", [a]);
        graph.AddNode("L", []).Attributes.Set(new NodeAttribute("body", inner));
        Partitioning plan = PartitionPlanner.Plan(graph, Support);
        Assert.That((plan.Nodes, plan.NodesInSubgraphs, plan.SupportedNodes), Is.EqualTo((3, 1, 2)));
    }

    private static Partitioning Plan(string text)
    {
        var graph = new Graph("g");
        Value input = graph.AddInput("x", null);
        var outputs = new List<Value>();
        for (int i = 0; i < text.Length; i++)
        {
            bool hasSource = i + 1 < text.Length && char.IsDigit(text[i + 1]);
            Value source = hasSource ? outputs[text[i + 1] - '0'] : outputs.Count > 0 ? outputs[^1] : input;
            outputs.Add(graph.AddNode(text[i].ToString(), [source]).AddOutput($"v{i}"));
            if (hasSource)
                i++;
        }

        return PartitionPlanner.Plan(graph, Support);
    }

    private static NodeSupport Support(Node node) => char.IsUpper(node.OpType[0]) ? NodeSupport.Supported : NodeSupport.UnsupportedOperator;
}
